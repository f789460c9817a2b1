using System.Collections.Immutable;
using System.Globalization;

namespace Foedus.Engine.Tests.SecondJudge;

/// <summary>
/// A set of which a provision speaks: towns, towns of a region, guilds, members of the Council; without somebody, if it says so. With an organ
/// it is that of so many towns: "Assembly of at least 2 towns".
/// </summary>
internal sealed record WhoSet(string Kind, string? Of, string? Except, string? Organ = null)
{
    public string Words => (Kind == "member" ? "members of Council" : Kind + "s" + (Of is null ? "" : " of " + Of)) + (Except is null ? "" : " except " + Except);

    public string One => Kind == "member" ? "member of Council" : Words[..Kind.Length] + Words[(Kind.Length + 1)..];
}

/// <summary>One party of a provision: so many of a set, perhaps holding a part of the inhabitants; or one thing by its name.</summary>
/// <param name="Name">The thing, where it is one by name.</param>
/// <param name="How">any, all, at least, more than, at most, fewer than, bare.</param>
internal sealed record WhoParty(string? Name, string How, int Over, int Under, WhoSet Set, (int Over, int Under)? Holding)
{
    public string Words
    {
        get
        {
            if (Name is not null)
                return Name;
            var holding = Holding is { } h ? string.Create(CultureInfo.InvariantCulture, $" holding at least {h.Over}/{h.Under} of inhabitants") : "";
            var size = Under == 0 ? Over.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{Over}/{Under} of");
            return (Set.Organ is null ? "" : Set.Organ + " of ") + How switch
            {
                "any" => "any " + Set.One,
                "all" => "all " + Set.Words,
                "every" => "every " + Set.One,
                "bare" => size + " " + Set.Words + holding,
                _ => How + " " + size + " " + Set.Words + holding,
            };
        }
    }
}

/// <summary>Towns, guilds and a Council; a provision that gives a power; and somebody who uses it.</summary>
internal sealed record WhoLife
{
    public required ImmutableArray<(string Name, string Region, int Inhabitants)> Towns { get; init; }

    public ImmutableArray<string> Guilds { get; init; } = ["Bakers", "Coopers", "Drapers"];

    public required ImmutableArray<WhoParty> Parties { get; init; }

    /// <summary>Where the power is given: an instrument, the opening of a procedure, a remedy, a demand for a session.</summary>
    public required string Place { get; init; }

    public required ImmutableArray<string> Doers { get; init; }

    /// <summary>Whether every party has to be met, each of those who act counting for one of them.</summary>
    public bool Jointly { get; init; }

    /// <summary>Seconders and their sort, for a demand.</summary>
    public (int Number, string Sort) Seconders { get; init; }

    public static WhoLife From(Chance chance)
    {
        string[] all = ["Ash", "Beech", "Cedar", "Dale", "Elm"];
        var towns = all.Take(chance.Between(2, 5)).Select((t, i) => (t, i % 2 == 0 ? "North" : "South", chance.Between(1, 6) * 100)).ToImmutableArray();
        var place = chance.Of("instrument", "opening", "remedy", "session", "office", "fact");
        var parties = Enumerable.Range(0, chance.OneIn(4) ? 2 : 1).Select(_ => Party(chance, [.. towns.Select(t => t.t)])).ToImmutableArray();
        var pool = parties[0].Set.Kind is "guild" ? new[] { "Bakers", "Coopers", "Drapers", "Ash" } : [.. towns.Select(t => t.t), .. chance.OneIn(6) ? new[] { "Bakers" } : []];
        var doers = chance.Some(pool);
        if (doers.Count == 0)
            doers.Add(pool[0]);

        // Some towns act through their organ, which may be named beside them.
        for (var i = doers.Count - 1; i >= 0; i--)
        {
            if (all.Contains(doers[i]) && chance.OneIn(5))
                doers[i] = (chance.OneIn(4) ? "Guildhall of " : "Assembly of ") + doers[i];
            else if (all.Contains(doers[i]) && chance.OneIn(12))
                doers.Add("Assembly of " + doers[i]);
        }

        var seconders = place == "session" && parties.Length == 1 && parties[0].Holding is null && parties[0].Name is null && chance.OneIn(2);
        return new WhoLife
        {
            Towns = towns,
            Parties = parties,
            Place = place,
            Doers = [.. doers.Distinct(StringComparer.Ordinal)],
            Jointly = parties.Length > 1 && chance.OneIn(2),
            Seconders = seconders ? (chance.Between(1, 4), chance.Of("towns", "guilds", "members")) : default,
        };
    }

    public IEnumerable<WhoLife> Smaller()
    {
        for (var i = 0; Parties.Length > 1 && i < Parties.Length; i++)
            yield return this with { Parties = Parties.RemoveAt(i) };
        for (var i = 0; i < Parties.Length; i++)
        {
            if (Parties[i].Holding is not null)
                yield return this with { Parties = Parties.SetItem(i, Parties[i] with { Holding = null }) };
            if (Parties[i].Set.Except is not null)
                yield return this with { Parties = Parties.SetItem(i, Parties[i] with { Set = Parties[i].Set with { Except = null } }) };
            if (Parties[i].Set.Organ is not null)
                yield return this with { Parties = Parties.SetItem(i, Parties[i] with { Set = Parties[i].Set with { Organ = null } }) };
            if (Parties[i].Set.Of is not null)
                yield return this with { Parties = Parties.SetItem(i, Parties[i] with { Set = Parties[i].Set with { Of = null } }) };
        }

        if (Seconders.Number > 0)
            yield return this with { Seconders = default };
        for (var i = 0; Doers.Length > 1 && i < Doers.Length; i++)
            yield return this with { Doers = Doers.RemoveAt(i) };
        for (var i = Towns.Length - 1; Towns.Length > 1 && i >= 0; i--)
        {
            var gone = Towns[i].Name;
            if (!Doers.Any(d => d.EndsWith(gone, StringComparison.Ordinal)) && Parties.All(p => p.Name != gone && p.Set.Except != gone))
                yield return this with { Towns = Towns.RemoveAt(i) };
        }

        if (Place != "instrument" && Seconders.Number == 0)
            yield return this with { Place = "instrument" };
    }

    private static WhoParty Party(Chance chance, string[] towns)
    {
        var kind = chance.Of("town", "town", "town", "guild", "member");
        var organ = kind == "town" && chance.OneIn(4) ? "Assembly" : null;
        var set = new WhoSet(kind, kind == "town" && chance.OneIn(4) ? chance.Of("North", "South") : null, kind == "town" && chance.OneIn(5) ? towns[^1] : null, organ);
        if (chance.OneIn(8))
            return new WhoParty(towns[0], "any", 0, 0, new WhoSet("town", null, null), null);
        var how = chance.Of("any", "all", "every", "at least", "at least", "more than", "at most", "fewer than", "bare");
        if (how is "any" or "all" or "every")
            return new WhoParty(null, how, 0, 0, set, null);
        (int, int)? holding = organ is null && kind == "town" && how is "at least" or "bare" && kind == "town" && chance.OneIn(4) ? chance.Of((1, 2), (1, 3), (2, 3)) : null;
        var share = chance.OneIn(3);
        return share
            ? new WhoParty(null, how, chance.Of(1, 2), 3, set, holding)
            : new WhoParty(null, how, chance.Between(how == "fewer than" ? 2 : 1, 3), 0, set, holding);
    }
}
