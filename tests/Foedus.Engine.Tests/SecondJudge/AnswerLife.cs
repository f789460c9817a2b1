using System.Collections.Immutable;

namespace Foedus.Engine.Tests.SecondJudge;

/// <summary>One thing done in a matter: who approves, rejects, amends, ratifies or objects, or takes it back.</summary>
internal readonly record struct AnswerAct(string By, string What);

/// <summary>A stage before several, and a life of one matter at it.</summary>
internal sealed record AnswerLife
{
    /// <summary>separately, turns, ratification, objection or demand.</summary>
    public required string Order { get; init; }

    /// <summary>The bodies before which the matter is, in the order of the text.</summary>
    public ImmutableArray<string> Bodies { get; init; } = ["Council", "Senate"];

    public int Times { get; init; } = 2;

    /// <summary>The body that goes first; "" where the text does not say it.</summary>
    public string First { get; init; } = "";

    /// <summary>How many of the towns it takes, of how many: as a number if the second is 0, else as a share.</summary>
    public (int Over, int Under) Enough { get; init; } = (2, 0);

    public ImmutableArray<string> Towns { get; init; } = ["Ash", "Beech", "Cedar", "Dale"];

    public required ImmutableArray<AnswerAct> Acts { get; init; }

    public static AnswerLife From(Chance chance)
    {
        var order = chance.Of("separately", "turns", "ratification", "objection", "demand");
        string[] towns = ["Ash", "Beech", "Cedar", "Dale", "Elm"];
        var some = towns.Take(chance.Between(2, 5)).ToImmutableArray();
        var bodies = order == "separately" && chance.OneIn(3) ? ["Council", "Senate", "Board"] : ImmutableArray.Create("Council", "Senate");
        var acts = ImmutableArray.CreateBuilder<AnswerAct>();
        var answered = new HashSet<string>(StringComparer.Ordinal);
        for (var i = chance.Between(1, 7); i > 0; i--)
        {
            var stranger = chance.OneIn(9);
            if (order is "separately" or "turns")
            {
                var by = stranger ? "Court" : chance.Of(bodies.AsSpan());
                if (order == "turns" && !stranger && chance.OneIn(3))
                    acts.Add(new AnswerAct(by, "amends"));
                acts.Add(new AnswerAct(by, chance.OneIn(order == "turns" ? 5 : 4) ? "rejects" : "approves"));
            }
            else
            {
                acts.Add(new AnswerAct(stranger ? "Bakers" : chance.Of(some.AsSpan()), order switch { "ratification" => "ratifies", "objection" => "objects to", _ => "demands" }));
            }
        }

        return new AnswerLife
        {
            Order = order,
            Bodies = bodies,
            Times = chance.Between(1, 3),
            First = order == "turns" ? chance.Of("Council", "Senate") : "",
            Enough = chance.OneIn(2) ? (chance.Between(1, 3), 0) : chance.Of((1, 2), (2, 3), (3, 4)),
            Towns = some,
            Acts = acts.ToImmutable(),
        };
    }

    public IEnumerable<AnswerLife> Smaller()
    {
        for (var i = Acts.Length - 1; Acts.Length > 1 && i >= 0; i--)
            yield return this with { Acts = Acts.RemoveAt(i) };
        if (Times > 1)
            yield return this with { Times = Times - 1 };
        if (Bodies.Length > 2 && Acts.All(a => a.By != "Board"))
            yield return this with { Bodies = Bodies.RemoveAt(2) };
        for (var i = Towns.Length - 1; Towns.Length > 2 && i >= 0; i--)
        {
            if (Acts.All(a => a.By != Towns[i]))
                yield return this with { Towns = Towns.RemoveAt(i) };
        }
    }
}
