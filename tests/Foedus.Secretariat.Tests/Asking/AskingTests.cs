using System.Collections.Concurrent;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Foedus.Engine.Kernel;
using Foedus.Engine.Snapshots;
using Foedus.Ledger;
using Foedus.Ledger.Stores.Memory;
using Foedus.Secretariat.Reports;
using NodaTime;

namespace Foedus.Secretariat.Tests.Asking;

/// <summary>Asking changes nothing, whoever asks whatever, and how many at once.</summary>
public class AskingTests
{
    private static readonly string[] Supposed =
    [
        "2025-06-01 Newcomers applies for admission",
        "2025-06-02 Board finds \"sings in public\" of Newcomers",
        "2025-06-03 Assembly elects Nobody-Before as Chair",
    ];

    [Theory]
    [InlineData("choirs")]
    [InlineData("union-1922")]
    [InlineData("eu-council")]
    public void Asking_changes_no_byte_of_a_snapshot_and_the_same_question_has_the_same_answer(string example)
    {
        var opened = Given.Opened(new Secretary().Open(Given.Texts(example)));
        var before = Bytes(opened);
        var first = Everything(opened);
        Assert.Equal(before, Bytes(opened));
        Assert.Equal(first, Everything(opened));
        Assert.Equal(before, Bytes(opened));
        Assert.Equal(first, Everything(Given.Opened(new Secretary().Open(Given.Texts(example)))));
    }

    [Fact]
    public void What_was_supposed_leaves_nothing()
    {
        var opened = Given.Opened(new Secretary().Open(Given.Texts("choirs")));
        var (before, words) = (Bytes(opened), opened.Federation.AllSilences.Select(s => string.Join('|', s.Readings)).ToList());
        var view = opened.At();
        Assert.NotEmpty(view.Suppose(Supposed).Value!);
        Assert.Null(view.About("Newcomers").Value);
        Assert.Equal("NothingCalled", view.About("Newcomers").Problems[0].Code);
        Assert.Equal(before, Bytes(opened));
        Assert.Equal(words, opened.Federation.AllSilences.Select(s => string.Join('|', s.Readings)));
    }

    [Fact]
    public void A_reading_that_a_supposed_act_brings_is_gone_with_the_question()
    {
        var charter = Given.Small.Replace("quorum more than half of seats", "quorum left to Chair, within \"the custom of the house\"", StringComparison.Ordinal);
        var opened = Given.Opened(new Secretary().Open([Given.Charter(charter)]));
        var readings = opened.Federation.AllSilences.Select(s => string.Join('|', s.Readings)).ToList();
        var open = opened.Federation.Silences.Where(s => s.LeftTo is not null && s.Address.Contains("quorum", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(open);
        var answer = opened.At().Suppose($"2024-06-01 Chair settles {open[0].Address} = more than one third of seats");
        Assert.NotNull(answer.Value);
        Assert.NotNull(answer.Value[0].Act.Act.Place);
        Assert.True(answer.Value[0].Act.Act.Reading >= 0);
        Assert.Equal(readings, opened.Federation.AllSilences.Select(s => string.Join('|', s.Readings)));
    }

    [Fact]
    public void Sixty_four_threads_that_ask_hear_what_each_would_hear_alone()
    {
        var opened = Given.Opened(new Secretary().Open(Given.Texts("choirs")));
        var alone = Given.Opened(new Secretary().Open(Given.Texts("choirs")));
        var questions = Questions(alone).ToList();
        var before = Bytes(opened);
        var answers = questions.Select(q => q(alone.At())).ToList();
        var heard = new ConcurrentBag<(int Question, string Said)>();
        AtOnce(64, thread =>
        {
            // Everybody asks a few of them, each begins elsewhere, and what is supposed is among them for all.
            for (var i = 0; i < 4; i++)
            {
                var question = i == 0 ? questions.Count - 1 : ((thread * 3) + i) % questions.Count;
                heard.Add((question, questions[question](opened.At())));
            }
        });
        Assert.Equal(256, heard.Count);
        Assert.Equal(questions.Count, heard.Select(h => h.Question).Distinct().Count());
        Assert.All(heard, h => Assert.Equal(answers[h.Question], h.Said));
        Assert.Equal(before, Bytes(opened));
    }

    [Fact]
    public void While_one_records_each_who_asks_hears_the_answer_of_the_state_at_that_position()
    {
        var store = new MemoryStore(FederationId.FromTitle("Small"));
        using var recorder = ((RecorderOutcome.Opened)new Secretary().OpenToRecord(store, [Given.Charter(Given.Small)], SystemClock.Instance)).Recorder;
        var acts = new List<string> { "2024-02-01 North certifies Assembly, North 2", "2024-02-01 South certifies Assembly, South 2", "2024-03-01 Assembly elects Ada as Chair" };
        acts.AddRange(Enumerable.Range(1, 20).Select(i => $"2024-05-{i:00} Assembly votes on Fund-{i}, for 2, against {i % 3}"));
        var heard = new ConcurrentBag<(int Known, string Said)>();
        using var done = new CancellationTokenSource();
        AtOnce(16, thread =>
        {
            if (thread > 0)
            {
                for (var asked = 0; asked < 25 && !done.IsCancellationRequested; asked++)
                {
                    var latest = recorder.Latest;
                    heard.Add((latest.Known, Small(latest)));
                }

                return;
            }

            foreach (var act in acts)
                Assert.IsType<RecordingOutcome.Recorded>(recorder.Record(new RecordRequest(act)));
            done.Cancel();
        });

        var own = new Dictionary<int, string>();
        var replayed = new MemoryStore(FederationId.FromTitle("Small"));
        using var again = ((RecorderOutcome.Opened)new Secretary().OpenToRecord(replayed, [Given.Charter(Given.Small)], SystemClock.Instance)).Recorder;
        own[0] = Small(again.Latest);
        foreach (var act in acts)
        {
            again.Record(new RecordRequest(act));
            own[again.Latest.Known] = Small(again.Latest);
        }

        Assert.Equal(acts.Count, recorder.Latest.Known);
        Assert.All(heard, h => Assert.Equal(own[h.Known], h.Said));
        Assert.Equal(own[acts.Count], Small(recorder.Latest));
    }

    [Fact]
    public void As_known_after_an_earlier_act_is_what_it_was_then()
    {
        var texts = Given.Texts("choirs");
        var opened = Given.Opened(new Secretary().Open(texts));
        var then = opened.At(opened.History.Acts[8].Act.Done, known: 9).Run().Value!;
        Assert.Equal(9, then.Acts.Count);
        Assert.Equal(opened.History.Acts.Take(9).Select(a => a.Judgment.Verdict), then.Acts.Select(a => a.Judgment.Verdict));
        Assert.Equal("NotTheLatest", opened.At(known: 9).Suppose("2025-06-01 Assembly elects Ada as Chair").Problems[0].Code);
        Assert.Throws<ArgumentOutOfRangeException>(() => opened.At(known: 99_999));
    }

    [Fact]
    public void Nothing_that_is_opened_or_asked_can_be_set_from_outside()
    {
        var seen = new HashSet<Type>();
        var open = new Stack<Type>(new[] { typeof(OpenedFederation), typeof(FederationView), typeof(Problem), typeof(ProblemPlace), typeof(ProblemEdit), typeof(OpeningOutcome) }
            .Concat(typeof(Report).Assembly.GetExportedTypes().Where(t => t.IsSubclassOf(typeof(Report)))));
        while (open.TryPop(out var type))
        {
            if (!seen.Add(type))
                continue;
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            {
                var setter = property.SetMethod;
                var initOnly = setter?.ReturnParameter.GetRequiredCustomModifiers().Any(m => m.Name == "IsExternalInit") == true;
                Assert.True(setter is null || !setter.IsPublic || initOnly, $"{type.Name}.{property.Name} can be set");
                if (property.PropertyType.Assembly == typeof(Report).Assembly)
                    open.Push(property.PropertyType);
            }

            Assert.DoesNotContain(type.GetFields(BindingFlags.Public | BindingFlags.Instance), f => !f.IsInitOnly);
            var fields = type.GetFields(BindingFlags.NonPublic | BindingFlags.Instance).Where(f => !f.IsInitOnly && !f.Name.Contains('<', StringComparison.Ordinal));
            Assert.Empty(fields.Select(f => $"{type.Name}.{f.Name}"));
        }

        Assert.True(seen.Count > 12);
    }

    // Every object that can be reached from the state of an opened federation, with what it holds, is the same before and after.
    [Fact]
    public void No_field_within_reach_of_what_was_opened_is_other_after_asking()
    {
        var opened = Given.Opened(new Secretary().Open(Given.Texts("choirs")));
        _ = Everything(opened);
        var before = Reach(opened.History.State);
        _ = Everything(opened);
        _ = opened.At().Suppose(Supposed);
        Assert.Equal(before, Reach(opened.History.State));
    }

    private static string Everything(OpenedFederation opened) => string.Concat(Questions(opened).Select(ask => ask(opened.At())));

    private static IEnumerable<Func<FederationView, string>> Questions(OpenedFederation opened)
    {
        var edition = opened.Federation.Editions[^1];
        yield return view => Said(view.Run());
        yield return view => Said(view.Silences());
        foreach (var body in edition.Bodies.Where(b => b.EachOf is null && b.Seats.Count > 0).Select(b => b.Name))
            yield return view => Said(view.Seats(body));
        foreach (var name in edition.Bodies.Where(b => b.EachOf is null).Select(b => b.Name).Concat(opened.Federation.Register.Units.Select(u => u.Name)).Append("Nobody").Distinct().Take(8))
            yield return view => Said(view.About(name));
        foreach (var number in opened.History.Acts.Take(20).Select(a => a.Act.Number))
            yield return view => Said(view.Why(number));
        yield return view => Said(view.Provision("art 1"));
        yield return view => view.Suppose(Supposed) is var supposed
            ? string.Join('\n', supposed.Problems) + string.Concat((supposed.Value ?? []).Select(act => Said(new Answered<ActExplanation>(act, []))))
            : "";
    }

    private static string Said<T>(Answered<T> answer)
        where T : Report
    {
        using var bytes = new MemoryStream();
        answer.Value?.WriteJson(bytes);
        return string.Join('\n', answer.Problems) + Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static string Small(OpenedFederation opened)
    {
        using var bytes = new MemoryStream();
        opened.At().Run().Value!.WriteJson(bytes);
        opened.At().About("Assembly").Value!.WriteJson(bytes);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static byte[] Bytes(OpenedFederation opened)
    {
        using var bytes = new MemoryStream();
        new StateSnapshot(opened.History.State, opened.History.Reader).Write(bytes, []);
        return bytes.ToArray();
    }

    private static void AtOnce(int threads, Action<int> work)
    {
        var failures = new ConcurrentQueue<Exception>();
        using var start = new Barrier(threads);
        var all = Enumerable.Range(0, threads).Select(i => new Thread(() =>
        {
            try
            {
                start.SignalAndWait();
                work(i);
            }
            catch (Exception failure)
            {
                failures.Enqueue(failure);
            }
        })).ToList();
        all.ForEach(t => t.Start());
        all.ForEach(t => t.Join());
        Assert.Empty(failures);
    }

    // The objects of Foedus within reach, in the order of reaching, each with its plain values: a hash of them, and how many.
    private static (int Objects, string Hash) Reach(object root)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var numbers = new Dictionary<object, int>(ReferenceEqualityComparer.Instance);
        var open = new Queue<object>();
        Enter(root);
        while (open.TryDequeue(out var at))
        {
            Say(at.GetType().Name);
            if (at is Array array)
            {
                foreach (var item in array)
                    Value(item);
                continue;
            }

            for (var type = at.GetType(); type is not null && type != typeof(object); type = type.BaseType)
            {
                foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                    Value(field.GetValue(at));
            }
        }

        return (numbers.Count, Convert.ToHexString(hash.GetHashAndReset()));

        void Say(string words) => hash.AppendData(Encoding.UTF8.GetBytes(words + "\n"));

        void Value(object? value)
        {
            switch (value)
            {
                case null:
                    Say("-");
                    break;
                case string or IConvertible:
                    Say(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!);
                    break;
                case Array { Length: > 0 } items when IsPlain(items.GetType().GetElementType()!):
                    Plain.MakeGenericMethod(items.GetType().GetElementType()!).Invoke(null, [items, hash]);
                    break;
                case Array or not ValueType when value is Array || value.GetType().Namespace?.StartsWith("Foedus.", StringComparison.Ordinal) == true:
                    Say("#" + Enter(value));
                    break;
                case System.Collections.ICollection many:
                    Say(value.GetType().Name + many.Count);
                    break;
                default:
                    Say(value is ValueType ? value.ToString()! : value.GetType().Name);
                    break;
            }
        }

        int Enter(object value)
        {
            if (!numbers.TryGetValue(value, out var number))
            {
                numbers.Add(value, number = numbers.Count);
                open.Enqueue(value);
            }

            return number;
        }
    }

    private static readonly MethodInfo Plain = typeof(AskingTests).GetMethod(nameof(Append), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static void Append<T>(T[] items, IncrementalHash hash)
        where T : struct
        => hash.AppendData(System.Runtime.InteropServices.MemoryMarshal.AsBytes(items.AsSpan()));

    // A value with nothing in it that points elsewhere.
    private static bool IsPlain(Type type) => type.IsValueType && (type.IsPrimitive || type.IsEnum
        || type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).All(f => IsPlain(f.FieldType)));
}
