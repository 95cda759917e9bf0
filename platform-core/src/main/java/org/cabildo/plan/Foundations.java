package org.cabildo.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.plan.published.Document;
import org.cabildo.plan.published.Endorsement;
import org.cabildo.plan.published.Foundation;
import org.cabildo.plan.published.PlanFile;
import org.cabildo.plan.published.VisionPart;
import org.cabildo.tenancy.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the plans of the tenant in scope stand on, as officers draft it; each version takes a copy. */
@Service
@Transactional
@Order(0) // first of all contents, so that its place in the hash never changes
public class Foundations implements PlanContent {

    private final PlanRows plans;
    private final PlanPapers papers;
    private final Sql sql;

    Foundations(PlanRows plans, PlanPapers papers, Sql sql) {
        this.plans = plans;
        this.papers = papers;
        this.sql = sql;
    }

    /**
     * A foundation as it is drafted.
     *
     * @param version to be given back with a change
     */
    public record Drafted(Foundation said, int version) {}

    /**
     * What a plan stands on; nothing said while nobody drafted anything.
     *
     * @throws Unknown if there is no such plan
     */
    @Transactional(readOnly = true)
    public Drafted of(PlanId plan) {
        Officer.require(Role.READER);
        plans.require(plan);
        return new Drafted(said(plan), version(plan));
    }

    /**
     * A file that was put in here, as a document.
     *
     * @param sha256 of its content, 64 hexadecimal digits
     * @return empty if the tenant in scope has no such file
     */
    @Transactional(readOnly = true)
    public Optional<Document> paper(String sha256) {
        return papers.find(sha256);
    }

    /**
     * Says it anew.
     *
     * @param version the version the officer saw
     * @throws org.cabildo.kernel.Unknown if there is no such plan
     * @throws Refused if somebody changed it meanwhile, or a file waited too long
     */
    public void change(PlanId plan, int version, Foundation foundation) {
        Officer.require(Role.EDITOR);
        plans.require(plan);
        hold(plan);
        if (version(plan) != version) {
            throw new Refused(
                    "stale", "Somebody changed this meanwhile. What you typed is still here: compare and save again.");
        }
        var before = said(plan);
        write(plan, version + 1, foundation);
        documents(before).forEach(papers::release);
    }

    /** Two who say it at once go one after the other. */
    private void hold(PlanId plan) {
        sql.of("select id from plan where id = ? for update")
                .param(plan.value())
                .query(UUID.class)
                .single();
    }

    private int version(PlanId plan) {
        return sql.of("select version from plan_foundation where plan_id = ?")
                .param(plan.value())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    private Foundation said(PlanId plan) {
        var vision = new EnumMap<VisionPart, String>(VisionPart.class);
        sql.of("select part, said from plan_vision where plan_id = ?")
                .param(plan.value())
                .query((row, _) -> Map.entry(VisionPart.valueOf(row.getString("part")), row.getString("said")))
                .list()
                .forEach(part -> vision.put(part.getKey(), part.getValue()));
        return sql.of("select * from plan_foundation where plan_id = ?")
                .param(plan.value())
                .query(Foundations::row)
                .optional()
                .orElse(Foundation.NONE)
                .envisioning(vision)
                .endorsedBy(sql.of("select * from plan_endorsement where plan_id = ? order by position")
                        .param(plan.value())
                        .query(Foundation::endorsement)
                        .list());
    }

    private static Foundation row(ResultSet row, int number) throws SQLException {
        return Foundation.of(row);
    }

    private void write(PlanId plan, int version, Foundation said) {
        erase(plan);
        var act = said.act();
        var body = said.body();
        var paper = act == null ? null : papers.hold(act.document());
        sql.of("""
                insert into plan_foundation (plan_id, act_kind, act_number, act_day, document_link, document_file,
                  document_name, document_kind, document_bytes, body_name, body_kind, body_independence, body_contact,
                  version)
                values (:plan, :kind, :number, :day, :link, :file, :name, :filekind, :bytes, :body, :bodykind,
                  :independence, :contact, :version)
                """)
                .param("plan", plan.value())
                .param("kind", act == null ? null : act.kind().name())
                .param("number", act == null ? null : act.number())
                .param("day", act == null ? null : act.day())
                .param("link", act == null ? null : link(act.document()))
                .param("file", paper == null ? null : paper.sha256())
                .param("name", paper == null ? null : paper.name())
                .param("filekind", paper == null ? null : paper.kind().name())
                .param("bytes", paper == null ? null : paper.bytes())
                .param("body", body == null ? null : body.name())
                .param("bodykind", body == null ? null : body.kind().name())
                .param("independence", body == null ? null : body.independence())
                .param("contact", body == null ? null : body.contact())
                .param("version", version)
                .update();
        said.vision()
                .forEach((part, text) -> sql.of("insert into plan_vision (plan_id, part, said) values (?, ?, ?)")
                        .param(plan.value())
                        .param(part.name())
                        .param(text)
                        .update());
        int position = 1;
        for (var endorsement : said.endorsements()) {
            write(plan, position++, endorsement, papers.hold(endorsement.document()));
        }
    }

    private void write(PlanId plan, int position, Endorsement said, @Nullable PlanFile paper) {
        sql.of("""
                insert into plan_endorsement (plan_id, position, actor, sector, signed_on, document_link, document_file,
                  document_name, document_kind, document_bytes)
                values (:plan, :position, :actor, :sector, :day, :link, :file, :name, :kind, :bytes)
                """)
                .param("plan", plan.value())
                .param("position", position)
                .param("actor", said.actor())
                .param("sector", said.sector().name())
                .param("day", said.day())
                .param("link", link(said.document()))
                .param("file", paper == null ? null : paper.sha256())
                .param("name", paper == null ? null : paper.name())
                .param("kind", paper == null ? null : paper.kind().name())
                .param("bytes", paper == null ? null : paper.bytes())
                .update();
    }

    private static @Nullable String link(@Nullable Document document) {
        return document == null ? null : document.link();
    }

    private void erase(PlanId plan) {
        sql.of("delete from plan_endorsement where plan_id = ?")
                .param(plan.value())
                .update();
        sql.of("delete from plan_vision where plan_id = ?").param(plan.value()).update();
        sql.of("delete from plan_foundation where plan_id = ?")
                .param(plan.value())
                .update();
    }

    private static List<Document> documents(Foundation foundation) {
        var all = new ArrayList<Document>();
        if (foundation.act() != null && foundation.act().document() != null) {
            all.add(Objects.requireNonNull(foundation.act().document()));
        }
        for (var endorsement : foundation.endorsements()) {
            var letter = endorsement.document();
            if (letter != null) {
                all.add(letter);
            }
        }
        return all;
    }

    /** Plans that say nothing here keep the hash they had before there was anything to say. */
    @Override
    @Transactional(readOnly = true)
    public String canonical(PlanId plan) {
        var said = said(plan);
        if (said.isEmpty()) {
            return "";
        }
        var text = new StringBuilder("foundation\n");
        said.vision().forEach((part, words) -> part(text, part.name(), words));
        part(text, String.valueOf(said.act()), String.valueOf(said.body()));
        said.endorsements().forEach(endorsement -> part(text, endorsement.toString()));
        return text.toString();
    }

    private static void part(StringBuilder text, String... values) {
        for (var value : values) {
            text.append(value.length()).append(':').append(value).append('\n');
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<Gap> gaps(PlanId plan) {
        var said = said(plan);
        var gaps = new ArrayList<Gap>();
        var body = said.body();
        if (body == null) {
            gaps.add(new Gap("", "plan.body.missing", "Name the monitoring body."));
        } else if (body.independence().isBlank()) {
            gaps.add(new Gap(
                    "",
                    "plan.body.independence.missing",
                    "Say why the monitoring body does not depend on those who carry the plan out."));
        }
        if (said.vision().size() < VisionPart.values().length) {
            var missing = new ArrayList<Object>(List.of(VisionPart.values()));
            missing.removeAll(said.vision().keySet());
            gaps.add(new Gap(
                    "",
                    "plan.vision.missing",
                    "The strategic vision does not speak of all that it should: %s.".formatted(missing),
                    List.of(missing)));
        }
        if (said.endorsements().isEmpty()) {
            gaps.add(new Gap("", "plan.endorsement.missing", "Nobody outside the government endorses it yet."));
        }
        if (said.act() == null) {
            gaps.add(new Gap("", "plan.act.missing", "Name the act that approved it."));
        }
        return gaps;
    }

    @Override
    public int size(PlanId plan) {
        return 0;
    }

    @Override
    public void delete(PlanId plan) {
        var before = said(plan);
        erase(plan);
        documents(before).forEach(papers::release);
    }

    @Override
    public void publish(PlanId plan, PlanVersionId version) {
        documents(said(plan)).forEach(papers::publish);
        sql.of("""
                insert into published_plan_foundation (version_id, act_kind, act_number, act_day, document_link,
                  document_file, document_name, document_kind, document_bytes, body_name, body_kind, body_independence,
                  body_contact)
                select :version, act_kind, act_number, act_day, document_link, document_file, document_name,
                       document_kind, document_bytes, body_name, body_kind, body_independence, body_contact
                  from plan_foundation where plan_id = :plan
                """)
                .param("version", version.value())
                .param("plan", plan.value())
                .update();
        sql.of("""
                insert into published_plan_vision (version_id, part, said)
                select :version, part, said from plan_vision where plan_id = :plan
                """)
                .param("version", version.value())
                .param("plan", plan.value())
                .update();
        sql.of("""
                insert into published_plan_endorsement (version_id, position, actor, sector, signed_on, document_link,
                  document_file, document_name, document_kind, document_bytes)
                select :version, position, actor, sector, signed_on, document_link, document_file, document_name,
                       document_kind, document_bytes
                  from plan_endorsement where plan_id = :plan
                """)
                .param("version", version.value())
                .param("plan", plan.value())
                .update();
    }
}
