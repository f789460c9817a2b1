using System.Collections.Immutable;
using Foedus.Charter.Binding;
using Foedus.Charter.Text;
using Foedus.Engine.Acts;
using Foedus.Engine.Kernel;
using Foedus.Engine.Rules;
using Foedus.Engine.Things;

namespace Foedus.Bench.Engine;

/// <summary>
/// A federation of clubs with a seeded run of acts: returns, decisions, appeals, suspensions with their findings and notices, publications,
/// bills with votes. The acts are made in memory, so that what is timed is ruling and recording.
/// </summary>
internal sealed class LargeFederation
{
    private const string Text = """
        foedus 1
        charter "Bench"
        edition 1, in force 1990-01-01
        languages en, fr
        kind club
        measure members of club
        art 1  body Board
          seats   1 per club
          chosen  by each club
          term    4 years
        art 2  deciding in Board
          needs       more than half of votes cast
          quorum      none
          abstention  unspecified (not counted | counts against)
          tie         lost
        art 3  instrument decision
          by         Board
          binds      every club
          in force   at once
          published  in en, fr
        art 4  remedy Suspension
          by        any club
          against   decision of Board
          only if   finding "exceptional"
          effect    suspended
          until     Board decides
          duty Notice
            to         notify Board
            within     at once
            if missed  it stands
        art 5  remedy Appeal
          by         any club
          against    decision of Board
          to         Board
          meanwhile  in force
          effect     void from the day
        art 6  procedure Bill for bill
          opened  by any club
          stage Reading
            before        Board
            on approval   -> Law
            on rejection  -> Dropped
          end Law becomes decision
          end Dropped
        """;

    private readonly Random _random = new(20261122);
    private readonly List<int> _clubs = [];
    private readonly List<int> _decisions = [];
    private readonly ImmutableArray<int> _board;
    private int _number;
    private Day _day = Day.Of(2000, 1, 1);

    public LargeFederation(int clubs)
    {
        var register = new System.Text.StringBuilder("unit,kind,within,link,from,until,name,source\n");
        for (var i = 0; i < clubs; i++)
            register.Append(System.Globalization.CultureInfo.InvariantCulture, $"Club-{i},club,,,,,,bench\n");
        var federation = FederationReader.Read([SourceText.From("bench.charter", Text), SourceText.From("units.csv", register.ToString())]);
        Books = new Rulebooks(federation);
        for (var i = 0; i < clubs; i++)
            _clubs.Add(Books.Roll.Add(ThingKind.Unit, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Club-{i}")));
        _board = [Books.Roll.Add(ThingKind.Body, "Board")];
        Errors = federation.Diagnostics.Count(d => d.Severity == Foedus.Charter.Diagnostics.DiagnosticSeverity.Error);
    }

    public int Errors { get; }

    public Rulebooks Books { get; }

    public List<Act> Acts(int count)
    {
        var acts = new List<Act>(count + 8);
        while (acts.Count < count)
            Next(acts);
        return acts;
    }

    private void Next(List<Act> acts)
    {
        if (_random.Next(50) == 0)
            _day += 1;
        switch (_random.Next(10))
        {
            case < 5:
                var members = (Counting.Ratio)_random.Next(20, 4000);
                acts.Add(New(Verb.Returns, [Club()]) with { Sort = "members", Low = members, High = members });
                break;
            case 5:
                var decision = Books.Roll.Add(ThingKind.Instrument, "D" + _number.ToString(System.Globalization.CultureInfo.InvariantCulture));
                _decisions.Add(decision);
                acts.Add(New(Verb.Issues, _board) with { Object = decision, Sort = "decision" });
                acts.Add(New(Verb.Publishes, _board) with { Object = decision });
                break;
            case 6 when _decisions.Count > 0:
                acts.Add(New(Verb.Appeals, [Club()]) with { Object = Decision(), Other = _board[0] });
                break;
            case 7 when _decisions.Count > 0:
                var (club, about) = (Club(), Decision());
                acts.Add(New(Verb.Finds, [club]) with { Object = about, Text = "exceptional" });
                acts.Add(New(Verb.Suspends, [club]) with { Object = about });
                acts.Add(New(Verb.Notifies, [club]) with { Object = about, Other = _board[0] });
                break;
            default:
                var bill = Books.Roll.Add(ThingKind.Matter, "B" + _number.ToString(System.Globalization.CultureInfo.InvariantCulture));
                acts.Add(New(Verb.Introduces, [Club()]) with { Object = bill, Sort = "bill" });
                acts.Add(New(Verb.Votes, _board) with
                {
                    Object = bill,
                    Tallies = [new Tally(Side.For, _random.Next(1, 60), [], false), new Tally(Side.Against, _random.Next(1, 40), [], false)],
                });
                break;
        }
    }

    private Act New(Verb verb, ImmutableArray<int> by) => new(++_number, _day, verb, by);

    private int Club() => _clubs[_random.Next(_clubs.Count)];

    private int Decision() => _decisions[_random.Next(_decisions.Count)];
}
