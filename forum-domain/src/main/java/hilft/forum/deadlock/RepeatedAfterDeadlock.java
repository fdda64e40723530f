package hilft.forum.deadlock;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

/**
 * Use cases that are run once more when the database undid their transaction for a deadlock. Only for those that do nothing
 * but what the transaction undoes, and that are given ids and values.
 */
@InterceptorBinding
@Inherited
@Retention(RUNTIME)
@Target({TYPE, METHOD})
public @interface RepeatedAfterDeadlock {}
