using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Standing;

namespace Foedus.Engine.Law;

/// <summary>
/// The one place in which legal acts come into being, whether somebody issues them, a vote ends a procedure with them, or a time runs out. What
/// is wrong with one, its competence and its rank, is weighed here for all of them.
/// </summary>
internal static class LegalActs
{
    /// <summary>Makes a legal act.</summary>
    /// <param name="j">The act or the end of a time by which it is made.</param>
    /// <param name="made">The thing that it is: what was issued, or the matter.</param>
    /// <param name="kind">Its sort.</param>
    /// <param name="maker">Who makes it.</param>
    /// <param name="topic">The matter of competence that it touches, if that is said.</param>
    /// <param name="says">The day that it says for its entry into force.</param>
    /// <param name="against">The act against which it is directed, or -1.</param>
    /// <param name="issued">True if somebody issues it: then nothing is made that would be void at once.</param>
    public static void Make(Judgement j, int made, InstrumentKind kind, int maker, string? topic, Day? says, int against, bool issued)
    {
        var product = Product.Of(j);
        product.Write(Relations.MadeBy, made, 1);
        product.Write(Relations.Sort, made, j.Roll.Word(kind.Name));
        product.Write(Relations.Maker, made, maker);
        if (topic is not null)
        {
            product.Write(Relations.Topic, made, j.Roll.Word(topic));
            Competences.Weigh(j, product, made, maker, topic, issued);
        }

        if (against >= 0)
        {
            product.Link(Relations.IssuedAgainst, against, made);
            product.Write(Relations.Target, made, against);
        }

        if (kind.Binds is { IsSaid: true, Said: { } bound } binds)
            j.Cite(binds.By, GroundKind.Binds, bound.Words);
        if (kind.Published is { } published && j.AskLimit(published, out var languages))
            j.Cite(published.By, GroundKind.Languages, string.Join(", ", languages));
        EntersIntoForce(j, product, made, kind, says, issued);
    }

    /// <summary>The source of what made a thing, an act's own or that of its product; false if nothing that is known made it.</summary>
    public static bool TrySource(Inquiry q, int thing, out int source)
    {
        var made = Versions.Written(q, FactKey.Of(Relations.MadeBy, thing));
        source = made < 0 ? 0 : q.State.Store[made].Source;
        return made >= 0;
    }

    /// <summary>Whether a thing was made and has been annulled since, from the start or from a day.</summary>
    public static bool IsAnnulled(Inquiry q, int thing) =>
        thing >= 0 && TrySource(q, thing, out var source) && q.View.StandingOf(source) is SourceStanding.Void or SourceStanding.Ended;

    /// <summary>The day on which a thing was made.</summary>
    public static Day? MadeOn(Inquiry q, int thing)
    {
        var made = Versions.Written(q, FactKey.Of(Relations.MadeBy, thing));
        return made < 0 ? null : q.State.Store[made].From;
    }

    private static void EntersIntoForce(Judgement j, in Product product, int made, InstrumentKind kind, Day? says, bool issued)
    {
        if (kind.InForce is not { } slot)
        {
            product.Write(Relations.InForce, made, 1);
            return;
        }

        // When it enters into force bears on how it stands later, and not on whether it is made.
        if (!j.AskLimit(slot, out var entry))
            return;
        if (issued && says is { } unasked && entry.From != ForceFrom.OnTheDayItSays && !(entry.From == ForceFrom.AtOnce && unasked == j.Today))
            j.Refuse(slot.By, GroundKind.DayNotForIt, unasked, Words(entry));
        switch (entry.From)
        {
            case ForceFrom.AtOnce:
                j.Cite(slot.By, GroundKind.InForceAtOnce);
                product.Write(Relations.InForce, made, 1);
                break;
            case ForceFrom.OnTheDayItSays:
                if (says is { } day)
                {
                    j.Cite(slot.By, GroundKind.InForceLater, "from " + day);
                    product.Write(Relations.InForce, made, 1, Day.Later(day, j.Today));
                }
                else if (issued)
                {
                    j.Refuse(slot.By, GroundKind.ForceDayUnsaid, j.Roll.NameOf(made), null, new Need("in force DAY"));
                }
                else
                {
                    j.Cite(slot.By, GroundKind.InForceLater, "on the day that it says; it says none");
                }

                break;
            default:
                j.Cite(slot.By, GroundKind.InForceLater, Words(entry));
                break;
        }
    }

    private static string Words(EntryIntoForce entry) => entry.From switch
    {
        ForceFrom.AtOnce => "at once",
        ForceFrom.OnTheDayItSays => "on the day that it says",
        _ => entry.AfterPublication is { } span ? span.Words + " after publication" : "on publication",
    };
}
