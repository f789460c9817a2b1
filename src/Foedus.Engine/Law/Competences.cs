using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;
using Foedus.Engine.Remedies;
using EffectKind = Foedus.Charter.Model.EffectKind;

namespace Foedus.Engine.Law;

/// <summary>
/// Whether a legal act lies within the competence of its maker. A matter that no provision lists, and that "the rest" gives to nobody, bars
/// nothing; one of which only the principles belong to somebody, or that is held together or in support, bars nobody else.
/// </summary>
internal static class Competences
{
    /// <summary>What an act is that was made outside the competence, as kept in a fact: the effect, and 1 more than its place.</summary>
    public static long Pack(EffectKind effect) => (long)effect + 1;

    public static EffectKind Unpack(long value) => (EffectKind)(value - 1);

    /// <summary>Notes within whose competence an act is made; one made outside is what the charter says that it then is.</summary>
    public static void Weigh(Judgement j, in Product product, int made, int maker, string topic, bool issued)
    {
        Competence? listed = null;
        Matter? barred = null;
        foreach (var competence in j.Book.Edition.Competences)
        {
            foreach (var matter in competence.Matters)
            {
                if (!string.Equals(matter.Name, topic, StringComparison.Ordinal))
                    continue;
                if (Owns(j, competence.Of, maker))
                {
                    j.Cite(matter.By, GroundKind.Competent, topic, Words(competence.Of));
                    return;
                }

                if (matter.PrinciplesOnly)
                {
                    j.Cite(matter.By, GroundKind.PrinciplesOnly, topic, Words(competence.Of));
                    listed ??= competence;
                    continue;
                }

                if (competence.Held is { } how)
                {
                    if (!j.Ask(how, out var held))
                        return;
                    if (held == HeldHow.Alone)
                        (listed, barred) = (competence, matter);
                    else
                        j.Cite(how.By, held == HeldHow.Together ? GroundKind.HeldTogether : GroundKind.HeldInSupport, topic, Words(competence.Of));
                }

                listed ??= competence;
            }
        }

        if (barred is not null)
            Outside(j, product, made, maker, listed!, barred.By, topic, Words(listed!.Of), issued);
        else if (listed is null)
            Rest(j, product, made, maker, topic, issued);
    }

    private static void Rest(Judgement j, in Product product, int made, int maker, string topic, bool issued)
    {
        // What the maker's own competence says of the rest comes before what another says.
        var all = j.Book.Edition.Competences.FindAll(c => c.TheRest is not null);
        var rest = all.Find(c => c.TheRest!.IsSaid && Owns(j, c.Of, maker)) ?? all.FirstOrDefault();
        if (rest?.TheRest is not { } slot || !j.Ask(slot, out var owner))
            return;
        if (Owns(j, owner, maker))
            j.Cite(slot.By, GroundKind.Competent, topic, Words(owner));
        else
            Outside(j, product, made, maker, rest, slot.By, topic, Words(owner), issued);
    }

    /// <summary>Whether somebody acts for the federation (no owner), or is or acts for the body or the units that a provision names.</summary>
    private static bool Owns(Judgement j, Who? owner, int maker)
    {
        var unit = j.UnitOf(maker);
        if (owner is null)
            return unit < 0;
        foreach (var party in owner.Parties)
        {
            if (party.Kind is PartyKind.Unit or PartyKind.NamedUnit)
            {
                if (unit >= 0 && j.IsUnit(unit, party) == Truth.Yes)
                    return true;
            }
            else if (j.Is(maker, party) == Truth.Yes)
            {
                return true;
            }
        }

        return false;
    }

    private static string Words(Who? owner) => owner?.Words ?? "the federation";

    private static void Outside(Judgement j, in Product product, int made, int maker, Competence competence, Provision by, string topic, string owner, bool issued)
    {
        var who = j.Roll.NameOf(made);
        if (competence.ActingOutside is not { } slot)
        {
            // A limit without a stated consequence still is a limit.
            j.Refuse(by, GroundKind.OutsideCompetence, topic, new object?[] { j.ActorName, owner });
            return;
        }

        if (!j.Ask(slot, out var effect))
            return;
        if (effect is null)
        {
            j.Cite(slot.By, GroundKind.OutsideStands);
            return;
        }

        // A vote is judged for itself; an act that makes nothing but what is void is refused.
        if (issued && effect.Kind is EffectKind.VoidFromStart or EffectKind.VoidFromDay)
        {
            j.Refuse(by, GroundKind.OutsideCompetence, topic, new object?[] { j.ActorName, owner });
            return;
        }

        j.Inform(Truth.No, by, GroundKind.OutsideCompetence, topic, new object?[] { j.ActorName, owner });
        j.Cite(slot.By, GroundKind.Effect, who, Falls.Words(effect));
        product.Write(Relations.OutsideCompetence, made, Pack(effect.Kind));
        if (effect.Kind == EffectKind.MustAct)
            Omissions.Outside(j, product, made, maker, slot.By);
    }
}
