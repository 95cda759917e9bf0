package org.cabildo.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.cabildo.kernel.Ids;
import org.cabildo.kernel.Period;
import org.jspecify.annotations.Nullable;

/** A plan as its officers draft it. The public never reads this row, only the copy made when a version is approved. */
@Entity
@Table(name = "plan")
class Plan {

    @Id
    private UUID id;

    private String slug;
    private String title;

    @Enumerated(EnumType.STRING)
    private Framework framework;

    @Column(name = "period_start")
    private @Nullable LocalDate periodStart;

    @Column(name = "period_end")
    private @Nullable LocalDate periodEnd;

    private String summary;
    private String source;

    @Column(name = "in_preparation")
    private boolean inPreparation;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // Hibernate's constructor
    protected Plan() {}

    @SuppressWarnings("NullAway.Init") // say() fills the rest
    Plan(String slug, PlanDraft draft) {
        this.id = Ids.next();
        this.slug = slug;
        say(draft);
    }

    final void say(PlanDraft draft) {
        title = draft.title();
        framework = draft.framework();
        periodStart = draft.period() == null ? null : draft.period().start();
        periodEnd = draft.period() == null ? null : draft.period().end();
        summary = draft.summary();
        source = draft.source();
        inPreparation = draft.inPreparation();
    }

    void prepared() {
        inPreparation = false;
    }

    PlanId id() {
        return new PlanId(id);
    }

    String slug() {
        return slug;
    }

    int version() {
        return version;
    }

    PlanDraft said() {
        return new PlanDraft(title, framework, period(), summary, source, inPreparation);
    }

    @Nullable
    Period period() {
        return periodStart == null || periodEnd == null ? null : new Period(periodStart, periodEnd);
    }
}
