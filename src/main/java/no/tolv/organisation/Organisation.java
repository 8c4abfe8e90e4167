package no.tolv.organisation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static java.util.stream.Collectors.toUnmodifiableList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the roster last told. Lists hold who is there now; a look-up by id also finds those who have left. One
 * transaction sees one roster, and asks for each thing once.
 */
@Component
public class Organisation {

    /** What stands in the place of the unit for a role that belongs to no unit, such as {@link Role#PROCESS_ADMIN}. */
    public static final String EVERYWHERE = "all";

    private final JdbcClient jdbc;

    private static final String IN_ORDER = " order by case when kind = 'OWNER' then 0 else 1 end, owner_unit, name";

    public Organisation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All units, municipalities first. */
    public List<Unit> units() {
        return jdbc.sql("select * from unit where active = true" + IN_ORDER)
                .query(Organisation::readUnit)
                .list();
    }

    /** Those of these ids and those whose municipality is among them, in the order of all. */
    public List<Unit> unitsUnder(Set<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select * from unit where active = true and (id in (:ids) or owner_unit in (:ids))"
                                + IN_ORDER)
                        .param("ids", ids)
                        .query(Organisation::readUnit)
                        .list();
    }

    public Optional<Unit> unit(String id) {
        return ReadOnce.of(
                Arrays.asList("unit", id),
                () -> jdbc.sql("select * from unit where id = ?")
                        .param(id)
                        .query(Organisation::readUnit)
                        .optional());
    }

    public Optional<Staff> staff(String id) {
        return ReadOnce.of(
                Arrays.asList("staff", id),
                () -> jdbc.sql("select * from staff where id = ?")
                        .param(id)
                        .query(Organisation::readStaff)
                        .optional());
    }

    /** All active staff, whichever unit they belong to, by name. */
    public List<Staff> staff() {
        return jdbc.sql("select * from staff where active = true order by name, id")
                .query(Organisation::readStaff)
                .list();
    }

    /** Active staff of a unit, by name. */
    public List<Staff> staffOf(String unit) {
        return inRole(unit, Role.EMPLOYEE);
    }

    /** Active staff of a unit and then of its municipality, by name, each of them once. */
    public List<Staff> staffAround(String unit) {
        return ReadOnce.of(
                Arrays.asList("staffAround", unit),
                () -> jdbc
                        .sql("""
                select s.* from staff s join staff_role r on r.staff_id = s.id
                where (r.unit_id = :unit or r.unit_id = (select owner_unit from unit where id = :unit))
                and r.role_id = :role and s.active = true
                order by case when r.unit_id = :unit then 0 else 1 end, s.name, s.id
                """)
                        .param("unit", unit)
                        .param("role", Role.EMPLOYEE.id())
                        .query(Organisation::readStaff)
                        .list()
                        .stream()
                        .distinct()
                        .toList());
    }

    /** Active holders of a role at a unit, by name. */
    public List<Staff> inRole(String unit, Role role) {
        return role == Role.EMPLOYEE
                ? ReadOnce.of(Arrays.asList("staffOf", unit), () -> everybodyAt(unit))
                : particular(unit).getOrDefault(role, List.of());
    }

    private List<Staff> everybodyAt(String unit) {
        return jdbc.sql("select s.* from staff s join staff_role r on r.staff_id = s.id"
                        + " where r.unit_id = ? and r.role_id = ? and s.active = true order by s.name, s.id")
                .params(unit, Role.EMPLOYEE.id())
                .query(Organisation::readStaff)
                .list();
    }

    /** Active holders of every role but that everybody has, by name; a step that asks for one soon asks for another. */
    private Map<Role, List<Staff>> particular(String unit) {
        return ReadOnce.of(
                Arrays.asList("holders", unit),
                () -> jdbc
                        .sql("select r.role_id, s.* from staff s join staff_role r on r.staff_id = s.id"
                                + " where r.unit_id = ? and r.role_id <> ? and s.active = true order by s.name, s.id")
                        .params(unit, Role.EMPLOYEE.id())
                        .query((row, n) -> Map.entry(Role.of(row.getString("role_id")), readStaff(row, n)))
                        .list()
                        .stream()
                        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toUnmodifiableList()))));
    }

    private record Post(String unit, String municipality, Role role) {}

    /** The roles somebody holds, by unit; empty for those who have left. */
    public Map<String, Set<Role>> rolesOf(String staff) {
        return postsOf(staff).stream().collect(groupingBy(Post::unit, mapping(Post::role, toSet())));
    }

    /** Ids of the municipalities somebody works in, at any of their units; empty for those who have left. */
    public Set<String> municipalitiesOf(String staff) {
        return postsOf(staff).stream()
                .map(Post::municipality)
                .filter(Objects::nonNull)
                .collect(toSet());
    }

    private List<Post> postsOf(String staff) {
        return ReadOnce.of(
                Arrays.asList("posts", staff),
                () -> jdbc.sql("select r.unit_id, r.role_id, u.owner_unit"
                                + " from staff_role r left join unit u on u.id = r.unit_id where r.staff_id = ?")
                        .param(staff)
                        .query((row, n) -> new Post(
                                row.getString("unit_id"),
                                row.getString("owner_unit"),
                                Role.of(row.getString("role_id"))))
                        .list());
    }

    /** Ids of those who hold one of the roles anywhere and work, in whatever role, at one of the two places. */
    public Set<String> holdersAround(Collection<Role> roles, String unit, String owner) {
        return ReadOnce.of(
                Arrays.asList("around", Set.copyOf(roles), unit, owner),
                () -> jdbc.sql("""
                select distinct r.staff_id from staff_role r join staff_role p on p.staff_id = r.staff_id
                where r.role_id in (:roles) and p.unit_id in (:unit, :owner)
                """)
                        .param("roles", roles.stream().map(Role::id).toList())
                        .param("unit", unit)
                        .param("owner", owner)
                        .query(String.class)
                        .set());
    }

    /** Ids of the active holders of every role, by unit and role. */
    public Map<String, Map<Role, Set<String>>> holders() {
        return jdbc.sql("select unit_id, role_id, staff_id from staff_role").query().listOfRows().stream()
                .collect(groupingBy(
                        row -> (String) row.get("unit_id"),
                        groupingBy(
                                row -> Role.of((String) row.get("role_id")),
                                mapping(row -> (String) row.get("staff_id"), toSet()))));
    }

    public Optional<Pupil> pupil(String id) {
        return ReadOnce.of(
                Arrays.asList("pupil", id),
                () -> jdbc.sql("select * from pupil where id = ?")
                        .param(id)
                        .query(Organisation::readPupil)
                        .optional());
    }

    /** Pupils of a unit, by name. */
    public List<Pupil> pupilsOf(String unit) {
        return jdbc.sql("select * from pupil where unit_id = ? and active = true order by name, id")
                .param(unit)
                .query(Organisation::readPupil)
                .list();
    }

    public List<Guardian> guardiansOf(String pupil) {
        return jdbc.sql("select * from guardian where pupil_id = ? and active = true order by id")
                .param(pupil)
                .query(Organisation::readGuardian)
                .list();
    }

    private static Unit readUnit(ResultSet row, int number) throws SQLException {
        return new Unit(
                row.getString("id"),
                row.getString("name"),
                Unit.Kind.valueOf(row.getString("kind")),
                row.getString("owner_unit"),
                row.getString("letter_language"));
    }

    private static Staff readStaff(ResultSet row, int number) throws SQLException {
        return new Staff(row.getString("id"), row.getString("name"), row.getString("email"), row.getBoolean("active"));
    }

    private static Pupil readPupil(ResultSet row, int number) throws SQLException {
        return new Pupil(
                row.getString("id"),
                row.getString("name"),
                row.getString("unit_id"),
                row.getString("grade"),
                row.getObject("born", LocalDate.class),
                row.getString("contact_teacher"));
    }

    private static Guardian readGuardian(ResultSet row, int number) throws SQLException {
        return new Guardian(
                row.getString("id"),
                row.getString("pupil_id"),
                row.getString("name"),
                row.getString("email"),
                row.getBoolean("parental_responsibility"),
                row.getBoolean("protected_address"));
    }
}
