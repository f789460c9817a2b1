using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;
using Foedus.Counting;
using Foedus.Engine.Kernel;

namespace Foedus.Engine.Acts;

/// <summary>
/// A dated act: who did what. Things are numbers on the roll, so that the engine sees no names. What a verb does not use is left at its
/// default. Which verb uses which field is said in <see cref="ActionReader"/>.
/// </summary>
public sealed record Act(int Number, Day Done, Verb Verb, ImmutableArray<int> By)
{
    /// <summary>An act as it is read: what every act has, before its verb adds the rest.</summary>
    internal Act(Deed deed)
        : this(deed.Number, deed.Done, deed.Verb, deed.By) => Clause = deed.Clause;

    /// <summary>The matter, instrument, body or person that the act is about, or -1.</summary>
    public int Object { get; init; } = -1;

    /// <summary>A second thing: the addressee, the office, the body appealed to, the new parent, or -1.</summary>
    public int Other { get; init; } = -1;

    /// <summary>The unit concerned, or -1.</summary>
    public int Unit { get; init; } = -1;

    /// <summary>A sort: of act, session, change, class, measure, category; the name of a declared fact or of a duty.</summary>
    public string? Sort { get; init; }

    /// <summary>The matter of competence that it touches ("trade").</summary>
    public string? Topic { get; init; }

    /// <summary>Words: a finding, a mandate, a task, the value of a fact that is stated, the procedure by which a matter is introduced, the stage at which it starts.</summary>
    public string? Text { get; init; }

    /// <summary>A figure: its bounds, where they are known.</summary>
    public Ratio? Low { get; init; }

    public Ratio? High { get; init; }

    /// <summary>The figure takes the place of an earlier one of the same day.</summary>
    public bool Restates { get; init; }

    /// <summary>The figure is over its lower bound, and not the bound itself.</summary>
    public bool Above { get; init; }

    /// <summary>A number of seconders, members, or the number of another act.</summary>
    public int Count { get; init; }

    /// <summary>Of which sort the seconders are, in words.</summary>
    public string? Seconders { get; init; }

    /// <summary>A day that the act names: as at, for, in force from, until.</summary>
    public Day? Day { get; init; }

    public Span? Span { get; init; }

    public ImmutableArray<Tally> Tallies { get; init; } = [];

    /// <summary>Seats certified for each unit.</summary>
    public ImmutableArray<(int Unit, int Seats)> Shares { get; init; } = [];

    /// <summary>Languages of publication.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>The labels of the articles that an amendment would change.</summary>
    public ImmutableArray<string> Articles { get; init; } = [];

    /// <summary>Further things: units that merge.</summary>
    public ImmutableArray<int> Things { get; init; } = [];

    /// <summary>What comes of the units concerned: the unit into which they merge, the parts of one that is divided, the successor, the unit within which one is put.</summary>
    public ImmutableArray<int> Into { get; init; } = [];

    /// <summary>The kind, or the tie to the federation, that the unit concerned is to have.</summary>
    public string? Standing { get; init; }

    /// <summary>The open place that is settled or interpreted, and its reading.</summary>
    public Silence? Place { get; init; }

    public int Reading { get; init; } = -1;

    /// <summary>The day on which it was entered, where that is later.</summary>
    public Day? Entered { get; init; }

    /// <summary>The edition under which it is to be judged whatever its date; 0: that of its day.</summary>
    public int UnderEdition { get; init; }

    /// <summary>Where it is written, if it is.</summary>
    public ClauseSyntax? Clause { get; init; }
}
