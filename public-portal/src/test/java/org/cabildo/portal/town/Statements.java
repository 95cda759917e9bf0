package org.cabildo.portal.town;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Counts the statements the portal prepares. */
public class Statements implements BeanPostProcessor {

    private static final AtomicInteger PREPARED = new AtomicInteger();

    /** How many statements the work prepared. */
    public static int during(Runnable work) {
        int before = PREPARED.get();
        work.run();
        return PREPARED.get() - before;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof DataSource)) {
            return bean;
        }
        var proxy = new ProxyFactory(bean);
        proxy.setProxyTargetClass(true);
        proxy.addAdvice((MethodInterceptor) call -> {
            var answer = call.proceed();
            return answer instanceof Connection connection ? counting(connection) : answer;
        });
        return proxy.getProxy(bean.getClass().getClassLoader());
    }

    private static Connection counting(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Statements.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    if (method.getName().startsWith("prepare")
                            || method.getName().equals("createStatement")) {
                        PREPARED.incrementAndGet();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
