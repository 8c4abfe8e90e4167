package no.tolv.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Locator.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** A Camunda Form on the screen, or one row of a list in it: fields are found by the question they ask. */
class Form {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("d.M.yyyy");
    private static final String FIELD = ".fjs-form-field:not(.fjs-form-field-group):not(.fjs-form-field-dynamiclist)";

    /** Stands in every text somebody writes. */
    static final String WORD = "Sommerfuglkvitter";

    private final Locator place;
    private final int row;

    Form(Locator place) {
        this(place, 0);
    }

    private Form(Locator place, int row) {
        this.place = place;
        this.row = row;
    }

    Form write(String question, String text) {
        Locator input = field(question).locator("input, textarea");
        String marked = text + " " + WORD;
        input.fill(marked);
        assertThat(input).hasValue(marked);
        return this;
    }

    /** The renderer empties a calendar once more a moment after it has appeared: who was faster writes again. */
    Form date(String question, LocalDate date) {
        Locator input = field(question).locator("input.flatpickr-input");
        place.page().waitForCondition(() -> {
            input.fill(WRITTEN.format(date));
            input.press("Enter");
            input.blur();
            return input.inputValue().equals(SHOWN.format(date));
        });
        return this;
    }

    /** A radio button, or one of several boxes under a question. */
    Form tick(String question, String answer) {
        field(question)
                .getByLabel(answer, new Locator.GetByLabelOptions().setExact(true))
                .check();
        return this;
    }

    /** A box that stands alone. */
    Form confirm(String sentence) {
        field(sentence).locator("input").check();
        return this;
    }

    Form select(String question, String answer) {
        Locator field = field(question);
        Locator list = field.locator(".fjs-dropdownlist-item");
        field.locator(".fjs-input-group").waitFor();
        Locator search = field.locator("input:not(.fjs-select-hidden-input)");
        if (search.count() > 0) {
            search.fill(answer);
        } else {
            field.locator(".fjs-input-group").click();
        }
        list.filter(new FilterOptions().setHasText(answer)).first().click();
        return this;
    }

    Form tag(String question, String answer) {
        Locator field = field(question);
        field.locator("input").fill(answer);
        field.locator(".fjs-dropdownlist-item")
                .filter(new FilterOptions().setHasText(answer))
                .first()
                .click();
        field.locator("input").blur();
        return this;
    }

    Form addRow() {
        place.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Legg til"))
                .click();
        return this;
    }

    /** The same form, where a question that every row of a list asks is the one in this row, counted from 0. */
    Form row(int index) {
        return new Form(place, index);
    }

    /** In how many rows a question is asked. */
    int rows(String question) {
        return all(question).count();
    }

    Locator field(String question) {
        return all(question).nth(row);
    }

    private Locator all(String question) {
        Locator label = place.page()
                .locator(".fjs-form-field-label")
                .filter(new FilterOptions().setHasText(Pattern.compile("^\\s*" + literal(question) + "\\s*\\*?\\s*$")));
        return place.locator(FIELD).filter(new FilterOptions().setHas(label));
    }

    /** As a pattern the browser understands: it does not know the quoting of Java. */
    private static String literal(String text) {
        return text.replaceAll("[.*+?^${}()|\\[\\]\\\\]", "\\\\$0");
    }

    Locator errors() {
        return place.locator(".fjs-form-field-error");
    }

    Locator place() {
        return place;
    }
}
