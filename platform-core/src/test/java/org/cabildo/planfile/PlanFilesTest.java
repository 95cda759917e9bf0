package org.cabildo.planfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.cabildo.planfile.Sheets.refused;
import static org.cabildo.planfile.Sheets.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.cabildo.commitment.CommitmentDraft;
import org.cabildo.commitment.Commitments;
import org.cabildo.commitment.Commitments.Whole;
import org.cabildo.commitment.MilestoneDraft;
import org.cabildo.commitment.Relevance;
import org.cabildo.commitment.published.Detail;
import org.cabildo.commitment.published.Details;
import org.cabildo.file.Arrival;
import org.cabildo.file.StoredFiles;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Period;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.pillar.Pillars;
import org.cabildo.plan.Foundations;
import org.cabildo.plan.Framework;
import org.cabildo.plan.PlanDraft;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.Plans;
import org.cabildo.plan.published.ApprovalAct;
import org.cabildo.plan.published.ApprovalAct.ActKind;
import org.cabildo.plan.published.Document;
import org.cabildo.plan.published.Endorsement;
import org.cabildo.plan.published.Endorsement.Sector;
import org.cabildo.plan.published.Foundation;
import org.cabildo.plan.published.MonitoringBody;
import org.cabildo.plan.published.MonitoringBody.BodyKind;
import org.cabildo.plan.published.PlanFile;
import org.cabildo.plan.published.VisionPart;
import org.cabildo.planfile.PlanReading.Problem;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.AsTenant;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.Promises;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class PlanFilesTest {

    private static final Logger LOG = LoggerFactory.getLogger(PlanFilesTest.class);
    private static final Period TWO_YEARS = Promises.TWO_YEARS;
    private static final PlanDraft UNSAID = new PlanDraft("Plan", Framework.OGP_LOCAL, null, "", "", false);
    private static final List<List<String>> HELP = List.of(List.of("titulo", "Cómo se llama"));
    private static final List<String> PIECES = List.of(
            "=1+1",
            "'hola",
            "- uno\n- dos",
            "«ñandú» & <b>",
            "a;b,c\td",
            "\"comillas\"",
            "+56 2",
            "@x",
            "ÁÉÍ óú",
            "🌳",
            "''");

    @Autowired
    PlanFiles files;

    @Autowired
    Plans plans;

    @Autowired
    Foundations foundations;

    @Autowired
    Commitments commitments;

    @Autowired
    Pillars pillars;

    @Autowired
    StoredFiles papers;

    @Autowired
    FreshTenants fresh;

    @Test
    @AsTenant("renca")
    void aRowOfATableSaysOfThePlanWhatItsColumnsSay() {
        var plan = plans.draft(UNSAID);

        var reading = files.read(plan, table("""
                numero;titulo;hito;hito_entregable;hito_inicio;hito_termino;campo;contenido;respaldo_actor;respaldo_sector
                ;;;;;;resumen;Un resumen;;
                ;;;;;;inventado;Nada;;
                ;;;;;;;Suelto;Junta;ciudadania
                1;Plantar;;;;;;;;
                ;;Cavar;Hoyos;2026-01-01;2026-02-01;;;;
                """));

        assertThat(reading.problems())
                .extracting(Problem::sheet, Problem::cell, one -> one.refusal().code())
                .containsExactly(
                        tuple("", "G3", "planfile.field.unknown"),
                        tuple("", "G4", "planfile.field.unknown"),
                        tuple("", "A6", "planfile.number"));
    }

    @Test
    @AsTenant("renca")
    void whatIsTakenOutAsAWorkbookComesBackInAsAnEqualPlan() {
        comesBackEqual(plan -> files.workbook(plan, false, "Ayuda", HELP));
    }

    @Test
    @AsTenant("renca")
    void whatIsTakenOutAsATableComesBackInAsAnEqualPlan() {
        comesBackEqual(plan -> files.table(plan));
    }

    @Test
    @AsTenant("renca")
    void aWorkbookHoldsWhatThePlanSaysOfItselfToo() {
        holdsWhatThePlanSaysOfItself(plan -> files.workbook(plan, false, "Ayuda", HELP));
    }

    @Test
    @AsTenant("renca")
    void aTableHoldsWhatThePlanSaysOfItselfToo() {
        holdsWhatThePlanSaysOfItself(plan -> files.table(plan));
    }

    private void holdsWhatThePlanSaysOfItself(TakenOut out) {
        var said = new Foundation(
                Map.of(VisionPart.LONG_TERM, "Puertas abiertas\n=1+1", VisionPart.INCLUSION, "Con todas y todos"),
                new ApprovalAct(
                        ActKind.DECREE,
                        "12",
                        LocalDate.of(2026, 3, 2),
                        Document.at("https://ejemplo.invalid/decreto.pdf")),
                new MonitoringBody("Universidad de Ejemplo", BodyKind.UNIVERSITY, "No recibe fondos", "una@u.invalid"),
                List.of(
                        new Endorsement("Junta de vecinos", Sector.CITIZENS, LocalDate.of(2026, 1, 5), null),
                        new Endorsement(
                                "Fundación Ejemplo",
                                Sector.CIVIL_SOCIETY,
                                null,
                                Document.at("https://ejemplo.invalid/carta.pdf"))));
        var plan = plans.draft(new PlanDraft("De ida", Framework.OGP_LOCAL, TWO_YEARS, "En breve", "El foro", false));
        foundations.change(plan, 0, said);
        var back = plans.draft(new PlanDraft("De vuelta", Framework.OWN, null, "", "", false));

        var reading = files.read(back, out.of(plan));

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.isNews()).isTrue();
        assertThat(reading.completed().kept()).containsExactly(PlanField.TITLE, PlanField.FRAMEWORK);
        assertThat(files.take(back, reading)).isZero();
        assertThat(foundations.of(back).said()).isEqualTo(said);
        assertThat(plans.require(back).said())
                .isEqualTo(new PlanDraft("De vuelta", Framework.OWN, TWO_YEARS, "En breve", "El foro", false));
        assertThat(files.read(plan, out.of(plan)).isNews()).isFalse();
    }

    @Test
    void aDocumentThatIsKeptHereIsFoundByItsContentAndNowhereElse() {
        var renca = fresh.municipality("renca");
        var maipu = fresh.municipality("maipu");
        var file = TenantScope.in(
                renca,
                () -> fresh.officer(renca, Role.EDITOR).act(() -> {
                    var plan = plans.draft(new PlanDraft("De ida", Framework.OGP_LOCAL, TWO_YEARS, "", "", false));
                    foundations.change(
                            plan,
                            0,
                            new Foundation(
                                    Map.of(),
                                    new ApprovalAct(
                                            ActKind.DECREE, "12", LocalDate.of(2026, 3, 2), kept("decreto (1).txt")),
                                    null,
                                    List.of(new Endorsement("Junta", Sector.CITIZENS, null, kept("carta.txt")))));
                    var workbook = files.workbook(plan, false, "Ayuda", HELP);
                    var back = plans.draft(UNSAID);

                    files.take(back, files.read(back, workbook));

                    assertThat(foundations.of(back).said())
                            .isEqualTo(foundations.of(plan).said());
                    return workbook;
                }));
        assertThat(TenantScope.in(
                        maipu,
                        () -> fresh.officer(maipu, Role.EDITOR)
                                .act(() -> files.read(plans.draft(UNSAID), file).problems())))
                .extracting(
                        Problem::cell,
                        problem -> problem.refusal().code(),
                        problem -> problem.refusal().arguments().getFirst())
                .containsExactly(
                        tuple("B19", "planfile.file.unknown", "decreto (1).txt"),
                        tuple("D2", "planfile.file.unknown", "carta.txt"));
    }

    private Document kept(String name) {
        var bytes = name.getBytes(StandardCharsets.UTF_8);
        var file = papers.keep(new Arrival(name, bytes.length, new ByteArrayInputStream(bytes)));
        return Document.in(new PlanFile(file.id().sha256(), file.name(), file.kind(), file.bytes()));
    }

    @Test
    @AsTenant("renca")
    void whatAPlanSaysAlreadyIsNotWrittenOver() {
        var other = plans.draft(new PlanDraft("Otro", Framework.OGP_LOCAL, TWO_YEARS, "Lo otro", "", false));
        foundations.change(
                other,
                0,
                new Foundation(
                        Map.of(VisionPart.GOALS, "Lo otro", VisionPart.SPACES, "Mesas"),
                        null,
                        new MonitoringBody("Otra universidad", BodyKind.UNIVERSITY, "", ""),
                        List.of(
                                new Endorsement("JUNTA DE VECINOS", Sector.CITIZENS, null, null),
                                new Endorsement("Sindicato", Sector.CIVIL_SOCIETY, null, null))));
        var plan = plans.draft(new PlanDraft("Plan", Framework.OGP_LOCAL, null, "Lo nuestro", "", false));
        var reading = files.read(plan, files.workbook(other, false, "Ayuda", HELP));
        assertThat(reading.completed().added())
                .containsExactly(PlanField.START, PlanField.GOALS, PlanField.SPACES, PlanField.BODY_NAME);
        foundations.change( // said since the file was read
                plan,
                0,
                Foundation.NONE
                        .envisioning(Map.of(VisionPart.GOALS, "Lo nuestro"))
                        .endorsedBy(List.of(new Endorsement("Junta de vecinos", Sector.CITIZENS, null, null))));

        files.take(plan, reading);

        var now = foundations.of(plan).said();
        assertThat(plans.require(plan).said().summary()).isEqualTo("Lo nuestro");
        assertThat(plans.require(plan).said().period()).isEqualTo(TWO_YEARS);
        assertThat(now.vision())
                .containsOnly(Map.entry(VisionPart.GOALS, "Lo nuestro"), Map.entry(VisionPart.SPACES, "Mesas"));
        assertThat(now.endorsements()).extracting(Endorsement::actor).containsExactly("Junta de vecinos", "Sindicato");
    }

    @Test
    @AsTenant("renca")
    void whatIsWrongOfThePlanItselfIsToldByItsCell() throws IOException {
        var file = Sheets.workbookWith(
                List.of(
                        List.of("campo", "contenido"),
                        List.of("marco", "propia"),
                        List.of("inicio", "2026-01-01"),
                        List.of("resumen", "x".repeat(5_001)),
                        List.of("acto_tipo", "Decreto"),
                        List.of("ente_tipo", "Universidad"),
                        List.of("lema", "Todo abierto"),
                        List.of("vision_metas", "Una"),
                        List.of("vision_metas", "Otra"),
                        List.of("acto_documento", "http://ejemplo.invalid")),
                List.of(
                        List.of("respaldo_actor", "respaldo_sector", "respaldo_fecha", "respaldo_carta"),
                        List.of("Junta de vecinos", "vecinos", "ayer", "carta.pdf"),
                        List.of("junta de vecinos", "ciudadania", "", "")));

        assertThat(files.read(plan("Plan"), file).problems())
                .extracting(Problem::sheet, Problem::cell, one -> one.refusal().code())
                .containsExactly(
                        tuple("Plan", "B2", "planfile.code"),
                        tuple("Plan", "B3", "planfile.field.missing"),
                        tuple("Plan", "B4", "plan.summary.long"),
                        tuple("Plan", "B5", "planfile.field.missing"),
                        tuple("Plan", "B6", "planfile.field.missing"),
                        tuple("Plan", "A7", "planfile.field.unknown"),
                        tuple("Plan", "A9", "planfile.field.twice"),
                        tuple("Plan", "B10", "plan.document.link"),
                        tuple("Respaldos", "B2", "planfile.code"),
                        tuple("Respaldos", "C2", "planfile.day"),
                        tuple("Respaldos", "D2", "plan.document.link"),
                        tuple("Respaldos", "A3", "planfile.actor.twice"));
    }

    @Test
    @AsTenant("renca")
    void aSheetOfSomebodysOwnWithTheSameNameIsToldApart() throws IOException {
        var plan = plan("Plan");
        var own = Sheets.workbookWith(List.of(List.of("Mes", "Gasto")), List.of(List.of("respaldo_actor")));
        var lacking = Sheets.workbookWith(
                List.of(List.of("campo", "contenido")), List.of(List.of("respaldo_actor", "respaldo_carta")));

        refused(() -> files.read(plan, own), "planfile.sheet.other");
        refused(() -> files.read(plan, lacking), "planfile.sheet.other");
    }

    private interface TakenOut {
        byte[] of(PlanId plan);
    }

    private void comesBackEqual(TakenOut out) {
        long seed = Long.getLong("cabildo.seed", System.nanoTime());
        LOG.info("Plans are drawn with the seed {}; -Dcabildo.seed={} draws them again", seed, seed);
        var lot = new Random(seed);
        var plan = plan("De ida");
        var said = drawn(lot);
        commitments.draft(plan, said);
        var back = plan("De vuelta");

        var reading = files.read(back, out.of(plan));

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.commitments()).isEqualTo(said);
        assertThat(files.take(back, reading)).isEqualTo(said.size());
        assertThat(all(back)).isEqualTo(all(plan)).isEqualTo(said);
    }

    @Test
    @AsTenant("renca")
    void whatIsChosenInAFileIsChosenFromWhatThereIs() {
        var plan = plan("Plan");
        var reading = files.read(plan, table("""
                numero;titulo;eje;ods;relacionados;hito;hito_entregable;hito_inicio;hito_termino;hito_espera
                7;Plantar;Datos;4, 16;8;Cavar;Hoyos;2026-01-01;2026-02-01;
                7;;;;;Plantar;Árboles;2026-02-01;2026-03-01;1
                8;Regar;;;9;Regar;Agua;2026-01-01;2026-02-01;2
                8;;;;;Podar;Ramas;2026-01-01;2026-02-01;1
                10;Podar;Papeles;18;;;;;;
                """));

        assertThat(reading.problems())
                .extracting(Problem::cell, one -> one.refusal().code())
                .containsExactly(
                        tuple("D2", "commitment.sdg"),
                        tuple("E4", "planfile.related.unknown"),
                        tuple("J4", "milestone.circle"),
                        tuple("C6", "commitment.axis"),
                        tuple("D6", "commitment.sdg"));
    }

    @Test
    @AsTenant("renca")
    void numbersOfAFileBecomeThoseThatThePlanGives() {
        var plan = plan("Plan");
        commitments.draft(plan, Promises.commitment("Barrer", TWO_YEARS));

        files.take(plan, files.read(plan, table("""
                numero;titulo;relacionados;hito;hito_entregable;hito_inicio;hito_termino
                7;Plantar;8;;;;
                8;Regar;7;;;;
                """)));

        assertThat(all(plan))
                .extracting(one -> one.said().details().numbers(Detail.RELATED))
                .containsExactly(List.of(), List.of(3), List.of(2));
    }

    @Test
    @AsTenant("renca")
    void theTemplateIsReadAndHoldsNothingYet() {
        var plan = plan("Plan");

        refused(() -> files.read(plan, files.workbook(plan, true, "Ayuda", HELP)), "planfile.empty");
    }

    @Test
    @AsTenant("renca")
    void aTableSaysACommitmentOnceAndItsMilestonesBelow() {
        var plan = plan("Plan");
        var table = """
                numero,titulo,inicio,termino,hito,hito_entregable,hito_inicio,hito_termino
                1,Abrir el presupuesto,2026-01-01,2026-12-31,Publicar,Planilla,01/01/2026,30/06/2026
                1,,,,Explicar,Taller,01/07/2026,31/12/2026

                2,Sin hitos,,,,,,
                """;

        var reading = files.read(plan, table.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.commitments())
                .extracting(one -> one.said().title(), one -> one.milestones().size())
                .containsExactly(tuple("Abrir el presupuesto", 2), tuple("Sin hitos", 0));
        assertThat(reading.milestones()).isEqualTo(2);
    }

    @Test
    @AsTenant("renca")
    void whatBecameWrongSinceItWasReadIsRefusedWholly() {
        var plan = plan("Plan");
        var other = plan("Otro");
        commitments.draft(other, drawn(new Random(7)));
        var reading = files.read(plan, files.table(other));
        var last = reading.commitments().getLast().said();
        commitments.draft(plan, last);

        refused(() -> files.take(plan, reading), "planfile.title.there");
        assertThat(commitments.of(plan)).hasSize(1);

        var seen = plans.require(plan);
        commitments.delete(commitments.of(plan).getFirst().id());
        plans.change(
                plan,
                seen.version(),
                new PlanDraft(
                        "Plan",
                        Framework.OGP_LOCAL,
                        new Period(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 2)),
                        "",
                        "",
                        false));

        refused(() -> files.take(plan, reading), "commitment.period.plan");
        assertThat(commitments.of(plan)).isEmpty();
    }

    @Test
    @AsTenant(value = "renca", role = Role.READER)
    void whoeverOnlyReadsTakesOutAndBringsNothingIn() {
        var nobodys = new PlanId(UUID.randomUUID());

        assertThatThrownBy(() -> files.table(nobodys)).isInstanceOf(Unknown.class);
        refused(() -> files.read(nobodys, table("numero\n")), "identity.role");
        refused(() -> files.take(nobodys, nothing()), "identity.role");
    }

    @Test
    void twoWhoBringTheSameFileAtOnceBringItOnce() throws Exception {
        var renca = fresh.municipality("renca");
        var officer = fresh.officer(renca, Role.EDITOR);
        var plan = TenantScope.in(renca, () -> officer.act(() -> plan("Plan")));
        var file = table("numero;titulo;hito;hito_entregable;hito_inicio;hito_termino\n1;Plantar;;;;\n");
        var reading = TenantScope.in(renca, () -> officer.act(() -> files.read(plan, file)));
        var taken = new ArrayList<Future<Integer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                taken.add(threads.submit(() ->
                        TenantScope.in(renca, () -> officer.act(() -> files.take(plan, reading)))));
            }
        }

        assertThat(taken).filteredOn(one -> one.state() == Future.State.SUCCESS).hasSize(1);
        assertThat(taken)
                .filteredOn(one -> one.state() == Future.State.FAILED)
                .allSatisfy(one -> assertThat(one.exceptionNow()).isInstanceOf(Refused.class));
        assertThat(TenantScope.in(renca, () -> officer.act(() -> commitments.of(plan))))
                .hasSize(1);
    }

    @Test
    void anothersPlanIsUnknownAndNobodyHasNone() {
        var renca = fresh.municipality("renca");
        var maipu = fresh.municipality("maipu");
        var plan = TenantScope.in(renca, () -> fresh.officer(renca, Role.EDITOR).act(() -> plan("Plan")));
        var empty = nothing();

        TenantScope.in(
                maipu,
                () -> fresh.officer(maipu, Role.ADMINISTRATOR).act(() -> {
                    assertThatThrownBy(() -> files.read(plan, table("numero\n")))
                            .isInstanceOf(Unknown.class);
                    assertThatThrownBy(() -> files.take(plan, empty)).isInstanceOf(Unknown.class);
                    assertThatThrownBy(() -> files.table(plan)).isInstanceOf(Unknown.class);
                    assertThatThrownBy(() -> files.workbook(plan, true, "Ayuda", HELP))
                            .isInstanceOf(Unknown.class);
                    return true;
                }));
        assertThatThrownBy(() -> files.table(plan)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> files.read(plan, table("numero\n"))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void aMemberThatLeadsIsFoundByItsName() {
        var renca = fresh.municipality("Renca");
        var maipu = fresh.municipality("Maipú");
        var both = fresh.consortium("ambas", renca, maipu);
        var table = table("""
                numero;titulo;lidera;hito;hito_entregable;hito_inicio;hito_termino
                1;Plantar;MAIPU;;;;
                2;Regar;Otra;;;;
                """);

        TenantScope.in(
                both,
                () -> fresh.officerFor(both, renca, Role.EDITOR).act(() -> {
                    var plan = plan("Plan compartido");
                    assertThat(files.read(plan, table).problems())
                            .extracting(Problem::cell, one -> one.refusal().code())
                            .containsExactly(tuple("C3", "planfile.lead.unknown"));
                    var one = files.read(
                            plan,
                            table(
                                    "numero;titulo;lidera;hito;hito_entregable;hito_inicio;hito_termino\n1;Plantar;MAIPU;;;;\n"));
                    assertThat(one.commitments().getFirst().said().lead())
                            .isEqualTo(new CommitmentDraft.Lead(maipu.value(), "Maipú"));
                    return true;
                }));
    }

    private static PlanReading nothing() {
        return new PlanReading(
                List.of(), PlanTexts.NONE, PlanTexts.NONE.completing(UNSAID, Foundation.NONE), List.of());
    }

    private PlanId plan(String title) {
        return plans.draft(new PlanDraft(title, Framework.OGP_LOCAL, TWO_YEARS, "", "", false));
    }

    private List<Whole> all(PlanId plan) {
        return commitments.of(plan).stream()
                .map(one -> new Whole(
                        one.said(),
                        one.milestones().stream().map(each -> each.said()).toList()))
                .toList();
    }

    /** Commitments as people might write them, and worse. */
    private List<Whole> drawn(Random lot) {
        var standsOn = pillars.all().stream().map(line -> line.id().value()).toList();
        var drawn = new ArrayList<Whole>();
        for (int i = 0; i < 8; i++) {
            var whole = new Period(
                    LocalDate.of(2026, 1, 1), LocalDate.of(2027, 12, 31).minusDays(lot.nextInt(100)));
            var period = i % 4 == 3 ? null : whole;
            var milestones = new ArrayList<MilestoneDraft>();
            for (int m = lot.nextInt(4); m > 0; m--) {
                milestones.add(new MilestoneDraft(
                        "Hito " + m + text(lot),
                        "Acta " + text(lot),
                        text(lot),
                        new Period(
                                LocalDate.of(2026, 2, 1),
                                LocalDate.of(2026, 3, 1).plusDays(lot.nextInt(300))),
                        1 + lot.nextInt(100),
                        IntStream.rangeClosed(1, milestones.size())
                                .filter(_ -> lot.nextBoolean())
                                .boxed()
                                .toList()));
            }
            var chosen = new ArrayList<>(standsOn);
            Collections.shuffle(chosen, lot);
            drawn.add(new Whole(
                    new CommitmentDraft(
                            "Compromiso " + i + " " + text(lot),
                            text(lot),
                            text(lot),
                            text(lot),
                            text(lot),
                            period,
                            i % 3 == 0 ? List.of() : List.of(new Relevance("ATI", "Abre " + text(lot))),
                            standsOn.stream()
                                    .filter(chosen.subList(0, lot.nextInt(2) + 1)::contains)
                                    .toList(),
                            null,
                            details(lot)),
                    milestones));
        }
        return drawn;
    }

    private static Details details(Random lot) {
        var said = new EnumMap<Detail, String>(Detail.class);
        for (var part : Detail.values()) {
            if (lot.nextBoolean()) {
                said.put(
                        part,
                        switch (part) {
                            case AXIS -> Details.AXES.get(lot.nextInt(2));
                            case PRIMARY_AREA -> "Open Data";
                            case OTHER_AREAS -> "Anti-Corruption\nOpen Contracting";
                            case SDG -> "4\n16";
                            case RELATED -> 1 + lot.nextInt(4) + "\n" + (5 + lot.nextInt(4));
                            case CITIZEN_GOALS, GOVERNMENT -> text(lot) + "\n" + text(lot);
                            default -> text(lot);
                        });
            }
        }
        return new Details(said);
    }

    private static String text(Random lot) {
        var text = new StringBuilder();
        for (int i = lot.nextInt(4); i > 0; i--) {
            text.append(PIECES.get(lot.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
