package org.cabildo.admin.commitment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cabildo.admin.frame.Attempt;
import org.cabildo.admin.frame.Fields;
import org.cabildo.admin.frame.Here;
import org.cabildo.admin.frame.Notes;
import org.cabildo.admin.frame.Sentence;
import org.cabildo.admin.frame.Sheet;
import org.cabildo.admin.frame.Typed;
import org.cabildo.admin.frame.Unsaved;
import org.cabildo.admin.frame.WholeField;
import org.cabildo.admin.words.Words;
import org.cabildo.begun.Beginning;
import org.cabildo.commitment.CommitmentTracking;
import org.cabildo.commitment.CommitmentView;
import org.cabildo.commitment.CommitmentView.MilestoneLine;
import org.cabildo.commitment.CommitmentView.ReportLine;
import org.cabildo.commitment.ProgressRules;
import org.cabildo.file.StoredFiles;
import org.cabildo.kernel.Percent;
import org.cabildo.kernel.Refused;

/** Asks for what the public reads at once: progress with its evidence, what was wrong of either, and why it is late. */
final class ProgressSheets {

    /** What of a report was wrong. */
    enum Wrong {
        PROGRESS,
        EVIDENCE
    }

    private final CommitmentView of;
    private final CommitmentTracking tracking;
    private final StoredFiles files;
    private final Here here;
    private final Supplier<Anchor> onPortal;
    private final Function<Beginning, Unsaved> begun;
    private final Supplier<CommitmentView> look;
    private final Runnable changed;

    /**
     * @param onPortal leads to where the public reads it
     * @param begun where what is typed of each is kept
     * @param look finds the commitment as it is now
     * @param changed shows the commitment as it is then
     */
    ProgressSheets(
            CommitmentView of,
            CommitmentTracking tracking,
            StoredFiles files,
            Here here,
            Supplier<Anchor> onPortal,
            Function<Beginning, Unsaved> begun,
            Supplier<CommitmentView> look,
            Runnable changed) {
        this.of = of;
        this.tracking = tracking;
        this.files = files;
        this.here = here;
        this.onPortal = onPortal;
        this.begun = begun;
        this.look = look;
        this.changed = changed;
    }

    /** Asks of which milestone, and then what was reached. */
    void chooseAndReport(List<MilestoneLine> open) {
        var which = new RadioButtonGroup<MilestoneLine>(Words.of("milestone.report.which"));
        which.setItems(open);
        which.setItemLabelGenerator(one ->
                Words.of("milestone.report.one", one.position(), one.said().activity(), Words.of(one.progress())));
        which.addClassName("one-below-another");
        which.setRequiredIndicatorVisible(true);
        Sheet.titled(Words.of("milestone.report"))
                .wide(which)
                .taking(
                        Words.of("milestone.report.next"),
                        () -> Attempt.to(() -> {}).needing(which),
                        () -> report(which.getValue()))
                .open();
    }

    /** Asks what was reached and for its evidence; only for the latter where all is reached. */
    void report(MilestoneLine shown) {
        var milestone = now(shown);
        var before = milestone.progress();
        var reached = percent(milestone);
        reached.setVisible(!before.isComplete());
        if (before.value() > 0) {
            reached.setHelperText(Words.of("milestone.report.same", Words.of(before)));
        }
        var proof = new ProofFields(files, here);
        var stands = stands(milestone);
        var known = new Known(milestone, moved -> {
            stands.setText(stands(moved));
            reached.setHelperText(Words.of("milestone.report.same", Words.of(moved)));
            reached.setVisible(true);
        });
        Sheet.titled(Words.of(
                        before.isComplete() ? "milestone.prove.of" : "milestone.report.of",
                        milestone.said().activity()))
                .wide(stands, new Paragraph(Words.of("milestone.report.public")))
                .wide(early(milestone))
                .wide(reached)
                .wide(proof.all())
                .remembering(
                        begun.apply(Beginning.progress(milestone.id().value())),
                        proof.typed(of(milestone).share("reached", reached)))
                .taking(
                        Words.of(before.isComplete() ? "milestone.prove" : "milestone.report"),
                        () -> proof.at(Attempt.to(() -> known.judging(seen -> tracking.reportProgress(
                                        of.id(),
                                        milestone.id(),
                                        seen,
                                        new Percent(reached.whole()),
                                        proof.evidence(),
                                        here.today())))
                                .judging(reached, () -> ProgressRules.report(known.shown, new Percent(reached.whole())))
                                .at(reached, "percent.", "milestone.progress", "milestone.moved")),
                        () -> done(reached.whole() == before.value() ? "milestone.proved" : "milestone.reported"))
                .open();
    }

    /** Says so if its first day is still to come; nothing forbids to be ahead. */
    private Component[] early(MilestoneLine milestone) {
        var start = milestone.said().period().start();
        return start.isAfter(here.today())
                ? new Component[] {new Sentence(Words.of("milestone.report.early", start))}
                : new Component[0];
    }

    void correct(MilestoneLine shown) {
        var milestone = now(shown);
        var wrong = new RadioButtonGroup<Wrong>(Words.of("milestone.correct.what"));
        wrong.setItems(Wrong.values());
        wrong.setItemLabelGenerator(Words::of);
        var reached = percent(milestone);
        reached.setHelperText(Words.of("milestone.correct.lowers", Words.of(milestone.progress())));
        var which = which(milestone);
        var proof = new ProofFields(files, here);
        var reason = reason("");
        var stands = stands(milestone);
        var known = new Known(milestone, moved -> {
            stands.setText(stands(moved));
            reached.setHelperText(Words.of("milestone.correct.lowers", Words.of(moved)));
        });
        which.addValueChangeListener(chosen -> {
            if (chosen.getValue() != null) {
                proof.begin(chosen.getValue());
            }
        });
        if (which.getListDataView().getItemCount() == 1) {
            which.setValue(which.getListDataView().getItem(0));
        }
        wrong.addValueChangeListener(chosen -> {
            var progress = chosen.getValue() == Wrong.PROGRESS;
            reached.setVisible(progress);
            which.setVisible(!progress);
            proof.setVisible(!progress);
        });
        wrong.setValue(Wrong.PROGRESS);
        Sheet.titled(Words.of("milestone.correct.of", milestone.said().activity()))
                .wide(stands, wrong, reached, which)
                .wide(proof.all())
                .wide(reason)
                .remembering(
                        begun.apply(Beginning.correction(milestone.id().value())),
                        proof.typed(of(milestone)
                                .one("wrong", wrong, Wrong::name)
                                .share("reached", reached)
                                .one("report", which, report -> report.id().toString())
                                .text("reason", reason)
                                .choosing("wrong", "report")))
                .taking(
                        Words.of("milestone.correct"),
                        () -> (wrong.getValue() == Wrong.PROGRESS
                                        ? correction(milestone, known, reached, reason)
                                        : correction(milestone, known, which, proof, reason))
                                .needing(reason)
                                .at(reason, "milestone.correction.reason"),
                        () -> done("milestone.corrected"))
                .open();
    }

    /** The reports whose evidence can be corrected, newest first; which is plain where there is one. */
    private RadioButtonGroup<ReportLine> which(MilestoneLine milestone) {
        var which = new RadioButtonGroup<ReportLine>(Words.of("milestone.correct.which"));
        which.setItems(proofs(milestone));
        which.setItemLabelGenerator(report -> ReportNames.of(report, here.zone()));
        which.addClassName("one-below-another");
        which.setRequiredIndicatorVisible(true);
        return which;
    }

    private static List<ReportLine> proofs(MilestoneLine milestone) {
        return milestone.reports().reversed().stream()
                .filter(ReportLine::isProof)
                .toList();
    }

    private Attempt correction(
            MilestoneLine milestone,
            Known known,
            RadioButtonGroup<ReportLine> which,
            ProofFields proof,
            TextArea reason) {
        return proof.at(Attempt.to(() -> {
                            try {
                                known.judging(seen -> tracking.correctEvidence(
                                        of.id(),
                                        milestone.id(),
                                        seen,
                                        which.getValue().id(),
                                        proof.evidence(),
                                        reason.getValue()));
                            } catch (Refused refused) {
                                if (refused.code().equals("milestone.proof.mended")) {
                                    renew(which, milestone);
                                }
                                throw refused;
                            }
                        })
                        .needing(which))
                .at(proof.shows, "milestone.proof.same")
                .at(which, "milestone.proof.", "milestone.moved");
    }

    /** Offers the reports as they are now, and chooses the one that took the place of the one that was chosen. */
    private void renew(RadioButtonGroup<ReportLine> which, MilestoneLine milestone) {
        var before = which.getValue().id();
        var proofs = proofs(now(milestone));
        which.setItems(proofs);
        proofs.stream().filter(one -> before.equals(one.mends())).findFirst().ifPresent(which::setValue);
    }

    private Attempt correction(MilestoneLine milestone, Known known, WholeField reached, TextArea reason) {
        return Attempt.to(() -> known.judging(seen -> tracking.correctProgress(
                        of.id(), milestone.id(), seen, new Percent(reached.whole()), reason.getValue(), here.today())))
                .judging(reached, () -> ProgressRules.correct(known.shown, new Percent(reached.whole())))
                .at(reached, "percent.", "milestone.correction.upwards", "milestone.moved");
    }

    /** The progress that a sheet shows: whoever judges by it is told once it is another, which is shown from then on. */
    private final class Known {

        private final MilestoneLine milestone;
        private final Consumer<Percent> show;
        private Percent shown;

        Known(MilestoneLine milestone, Consumer<Percent> show) {
            this.milestone = milestone;
            this.show = show;
            this.shown = milestone.progress();
        }

        void judging(Consumer<Percent> act) {
            try {
                act.accept(shown);
            } catch (Refused refused) {
                if (refused.code().equals("milestone.moved")) {
                    shown = now(milestone).progress();
                    show.accept(shown);
                }
                throw refused;
            }
        }
    }

    /** @param before the reason that the public reads so far; empty: none */
    void explain(MilestoneLine milestone, String before) {
        var reason = reason(before);
        reason.setHelperText(Words.of("reason.public.least"));
        Sheet.titled(Words.of("milestone.delay.of", milestone.said().activity()))
                .wide(new Sentence(Words.of(
                        before.isEmpty() ? "milestone.delay.text" : "milestone.delay.text.again",
                        milestone.said().period().end())))
                .wide(reason)
                .remembering(
                        begun.apply(Beginning.delay(milestone.id().value())),
                        of(milestone).text("reason", reason))
                .taking(
                        Words.of("milestone.delay"),
                        () -> Attempt.to(() ->
                                        tracking.explainDelay(of.id(), milestone.id(), reason.getValue(), here.today()))
                                .at(reason, "milestone.delay"),
                        () -> done("milestone.delay.done"))
                .open();
    }

    /** What is typed of this milestone, which its name tells apart from others. */
    private static Typed of(MilestoneLine milestone) {
        return new Typed().known("activity", milestone.said().activity());
    }

    private static TextArea reason(String before) {
        var reason = Fields.text(Words.of("reason"), Words.of("reason.public"), before, 1_000);
        reason.setRequiredIndicatorVisible(true);
        return reason;
    }

    /** As it is now: others report too, and so does whoever has it open twice. */
    private MilestoneLine now(MilestoneLine shown) {
        return look.get().milestones().stream()
                .filter(one -> one.id().equals(shown.id()))
                .findFirst()
                .orElse(shown);
    }

    private static Paragraph stands(MilestoneLine milestone) {
        return new Paragraph(stands(milestone.progress()));
    }

    private static String stands(Percent progress) {
        return Words.of("milestone.now", Words.of(progress));
    }

    /** What was done, which the public reads at once, and where. */
    private void done(String key) {
        changed.run();
        Notes.done(Words.of(key), onPortal.get());
    }

    private static WholeField percent(MilestoneLine milestone) {
        var field =
                Fields.whole(Words.of("milestone.reached"), milestone.progress().value(), 5);
        field.setSuffixComponent(new Span("%"));
        field.setRequiredIndicatorVisible(true);
        return field;
    }
}
