using System.Collections.Immutable;
using System.Numerics;

namespace Foedus.Counting;

/// <summary>
/// What a delegation owes to groups of its members by the norms of a rule book. Exact, and never throws for what it is given. The norms
/// each cite where they are found; the places before any are added come from <see cref="SeatSteps"/> or a division.
/// </summary>
public static class DelegationShare
{
    /// <summary>Reckons the places of every group that a norm names. Cost: linear in norms and groups.</summary>
    /// <param name="places">The places of the delegation before any are added.</param>
    /// <param name="members">All members of the unit that sends it.</param>
    /// <param name="groups">How many of them are of each group; a group that no norm asks the number of may be left out.</param>
    /// <param name="norms">The norms. Of several norms for a group, the one that asks for the most holds; extra places are added to that.</param>
    /// <returns><see cref="DelegationPlaces"/>, or <see cref="NotReckoned"/> with the reason.</returns>
    public static DelegationResult Reckon(
        long places, Ratio members, IReadOnlyList<GroupMembers> groups, params IReadOnlyList<GroupNorm> norms)
    {
        if (places < 0) return Because(DelegationRefusal.NegativePlaces);
        if (members.Sign < 0) return Because(DelegationRefusal.NegativeFigure);
        var known = new Dictionary<string, Ratio>(StringComparer.Ordinal);
        foreach (var (group, count) in groups)
        {
            if (count.Sign < 0) return Because(DelegationRefusal.NegativeFigure, group);
            if (count > members) return Because(DelegationRefusal.GroupAboveMembers, group);
            if (!known.TryAdd(group, count)) return Because(DelegationRefusal.GroupTwice, group);
        }

        var reckonings = new Dictionary<string, List<NormReckoning>>(StringComparer.Ordinal);
        var order = new List<string>();
        foreach (var norm in norms)
        {
            if (!reckonings.TryGetValue(norm.Group, out var own))
            {
                reckonings[norm.Group] = own = [];
                order.Add(norm.Group);
            }

            var (reckoning, refusal) = Reckon(norm, places, members, known.TryGetValue(norm.Group, out var count) ? count : null);
            if (refusal is { } reason) return Because(reason, norm.Group);
            own.Add(reckoning!);
        }

        var result = ImmutableArray.CreateBuilder<GroupPlaces>();
        var owed = BigInteger.Zero;
        var extras = BigInteger.Zero;
        foreach (var group in order)
        {
            var own = reckonings[group];
            var least = own.Where(one => one.Norm is not GroupNorm.Extra).Select(one => one.Places).DefaultIfEmpty(0).Max();
            var extra = own.Where(one => one.Norm is GroupNorm.Extra).Aggregate(BigInteger.Zero, (sum, one) => sum + one.Places);
            owed += least;
            extras += extra;
            if (extras + places > long.MaxValue) return Because(DelegationRefusal.NormImpossible, group);
            result.Add(new GroupPlaces(group, least + (long)extra, (long)extra, [.. own]));
        }

        return owed > places
            ? new NotReckoned(DelegationRefusal.PlacesTooFew, null, owed, places)
            : new DelegationPlaces(places, places + (long)extras, members, result.ToImmutable());

        static NotReckoned Because(DelegationRefusal reason, string? group = null) => new(reason, group, 0, 0);
    }

    private static (NormReckoning? Reckoning, DelegationRefusal? Refusal) Reckon(GroupNorm norm, long places, Ratio members, Ratio? count)
    {
        switch (norm)
        {
            case GroupNorm.Least least:
                if (least.Places < 0) return (null, DelegationRefusal.NegativeFigure);
                return Exactly(norm, places >= least.FromSize ? least.Places : 0);
            case GroupNorm.Every every:
                return every.Nth < 1 ? (null, DelegationRefusal.NormImpossible) : Rounded(norm, Ratio.Of(places, every.Nth), Rounding.Down);
            case GroupNorm.Part part:
                if (part.Of.Sign < 0 || part.Of > 1) return (null, DelegationRefusal.NormImpossible);
                return Rounded(norm, part.Of * places, part.Rounding);
            case GroupNorm.Extra extra:
                if (extra.Places < 0) return (null, DelegationRefusal.NegativeFigure);
                if (count is null) return (null, DelegationRefusal.MembersUnknown);
                return Exactly(norm, count >= extra.FromMembers ? extra.Places : 0);
            case GroupNorm.Share share:
                if (count is null) return (null, DelegationRefusal.MembersUnknown);
                if (members.IsZero) return (null, DelegationRefusal.NoMembers);
                return Rounded(norm, count.Value * places / members, share.Rounding);
            default:
                if (count is null) return (null, DelegationRefusal.MembersUnknown);
                if (members.IsZero) return (null, DelegationRefusal.NoMembers);
                return Divided((GroupNorm.Division)norm, places, members, count.Value);
        }
    }

    private static (NormReckoning?, DelegationRefusal?) Exactly(GroupNorm norm, long places) => (new NormReckoning(norm, places, places), null);

    // A part of a place cannot be given, so an exact figure counts as a whole one where any part of it is owed.
    private static (NormReckoning?, DelegationRefusal?) Rounded(GroupNorm norm, Ratio exact, Rounding rounding) =>
        (new NormReckoning(norm, exact, (long)exact.Round(rounding == Rounding.Exact ? Rounding.Up : rounding).Floor()), null);

    private static (NormReckoning?, DelegationRefusal?) Divided(GroupNorm.Division norm, long places, Ratio members, Ratio count)
    {
        if (Apportionment.Divide(norm.Method, places, count, members - count) is not Apportioned divided) return (null, DelegationRefusal.NormImpossible);
        return (new NormReckoning(norm, count * places / members, divided.Certain[0], divided.Tie is not null), null);
    }
}
