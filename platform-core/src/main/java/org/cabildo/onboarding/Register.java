package org.cabildo.onboarding;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cabildo.calendar.Government;

/** The governments a code or an address may name. */
final class Register {

    private final Map<String, Government> byCode;
    private final Map<String, Government> bySlug;
    private final Function<String, Optional<Government>> answeringFor;

    /**
     * @param governments real and invented ones
     * @param answeringFor who answers for a territory that may have no government of its own
     */
    Register(Collection<Government> governments, Function<String, Optional<Government>> answeringFor) {
        this.byCode = governments.stream().collect(toUnmodifiableMap(Government::code, Function.identity()));
        this.bySlug = governments.stream().collect(toUnmodifiableMap(Government::slug, Function.identity()));
        this.answeringFor = answeringFor;
    }

    Optional<Government> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** Who would have this address unless another asks for it. */
    Optional<Government> addressed(String slug) {
        return Optional.ofNullable(bySlug.get(slug));
    }

    Optional<Government> answeringFor(String code) {
        return answeringFor.apply(code);
    }
}
