package no.tolv.access.answer;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Lets good answers stream through and holds back the body of bad ones. */
class ErrorCapture extends HttpServletResponseWrapper {

    /** How the web apps' guard against forged requests begins its refusals, on whatever path. */
    private static final String FORGED = "CSRFPreventionFilter";

    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private boolean forged;

    ErrorCapture(HttpServletResponse response) {
        super(response);
    }

    boolean isError() {
        return getStatus() >= 400 && !isCommitted();
    }

    boolean isForged() {
        return forged;
    }

    byte[] body() {
        return held.toByteArray();
    }

    @Override
    public void sendError(int status) {
        setStatus(status);
    }

    @Override
    public void sendError(int status, String message) {
        forged = message != null && message.startsWith(FORGED);
        setStatus(status);
    }

    @Override
    public void flushBuffer() throws IOException {
        if (getStatus() < 400) {
            super.flushBuffer();
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return getStatus() < 400 ? super.getOutputStream() : new Held();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        return getStatus() < 400 ? super.getWriter() : new PrintWriter(held, true, StandardCharsets.UTF_8);
    }

    private class Held extends ServletOutputStream {

        @Override
        public void write(int b) {
            held.write(b);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
