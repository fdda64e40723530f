package hilft.web.cache;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Keeps the body of a response back until it is whole, and notices what must not be shared. */
final class Rendering extends HttpServletResponseWrapper {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(32_768);
    private @Nullable PrintWriter writer;
    private boolean personal;
    private int error;
    private @Nullable String location;

    Rendering(HttpServletResponse response) {
        super(response);
    }

    /** Whether everybody may have this page: it went well and set no cookie. */
    boolean isShareable() {
        return isWhole() && getStatus() == SC_OK;
    }

    /** Whether it is a page, whatever its status, that sets no cookie. */
    boolean isWhole() {
        return !isCommitted() && !personal;
    }

    /** Whether the page could not be made, now or at all. */
    boolean isFailed() {
        return error >= SC_INTERNAL_SERVER_ERROR;
    }

    /** What others who asked for the same are answered, when it is no page. */
    Outcome outcome() {
        int status = getStatus();
        if (personal) {
            return Outcome.PERSONAL;
        }
        if (error != 0) {
            return Outcome.failed(error);
        }
        if (location != null) {
            return Outcome.moved(SC_FOUND, location);
        }
        String moved = getHeader("Location");
        return moved != null && status >= SC_MULTIPLE_CHOICES && status < SC_BAD_REQUEST
                ? Outcome.moved(status, moved)
                : Outcome.PERSONAL;
    }

    /** Hands over what was kept back, as it would have been without this. */
    void release() throws IOException {
        HttpServletResponse response = (HttpServletResponse) getResponse();
        if (error != 0) {
            response.sendError(error);
        } else if (location != null) {
            response.sendRedirect(location);
        } else {
            byte[] bytes = bytes();
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        }
    }

    byte[] bytes() {
        if (writer != null) {
            writer.flush();
        }
        return body.toByteArray();
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return new ServletOutputStream() {
            @Override
            public void write(int one) {
                body.write(one);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                body.write(bytes, offset, length);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new IllegalStateException("pages are rendered at once");
            }
        };
    }

    @Override
    public PrintWriter getWriter() {
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(body, StandardCharsets.UTF_8));
        }
        return writer;
    }

    @Override
    public void addCookie(Cookie cookie) {
        personal = true;
        super.addCookie(cookie);
    }

    @Override
    public void setHeader(String name, String value) {
        notice(name);
        super.setHeader(name, value);
    }

    @Override
    public void addHeader(String name, String value) {
        notice(name);
        super.addHeader(name, value);
    }

    private void notice(String name) {
        personal |= name.toLowerCase(Locale.ROOT).equals("set-cookie");
    }

    @Override
    public void sendError(int status) {
        error = status;
    }

    @Override
    public void sendError(int status, String message) {
        error = status;
    }

    @Override
    public void sendRedirect(String target) {
        location = target;
    }

    @Override
    public boolean isCommitted() {
        return error != 0 || location != null;
    }

    @Override
    public void reset() {
        resetBuffer();
        super.reset();
    }

    @Override
    public void resetBuffer() {
        if (writer != null) {
            writer.flush();
        }
        body.reset();
    }

    // The length is known when the page is whole, and nothing of it may leave before.
    @Override
    public void flushBuffer() {}

    @Override
    public void setBufferSize(int size) {}

    @Override
    public void setContentLength(int length) {}

    @Override
    public void setContentLengthLong(long length) {}
}
