using Foedus.Engine.Kernel;

namespace Foedus.Engine.Tests.Kernel;

/// <summary>
/// Random lives of questions with deadlines: put, answered, prolonged, answers annulled, all recorded in any order of their dates. Written to a
/// store as prospective acts, and run beside it by a clock that ticks.
/// </summary>
internal sealed class Lives
{
    public const int Status = 2;
    public const int Waiting = 0;
    public const int Answered = 1;
    public const int FirstStep = 10;

    private readonly List<Event> _events = [];
    private readonly Dictionary<int, List<int>> _chains = [];

    private enum Doing
    {
        Put,
        Answer,
        Prolong,
        Annul,
    }

    public FactStore Store { get; } = new();

    public int Acts => _events.Count;

    public int Questions { get; private set; }

    /// <summary>A life of some acts within some days.</summary>
    public static Lives Random(int seed, int acts, int days)
    {
        var lives = new Lives();
        var random = new Random(seed);
        for (var act = 0; act < acts; act++)
        {
            var done = Math.Clamp((act * days / acts) - (random.Next(3) == 0 ? random.Next(days / 2) : 0), 0, days - 1);
            lives.Do(random, act, done);
        }

        return lives;
    }

    /// <summary>The status of every question on a day, by a clock that runs over the first acts; null where it was not yet put.</summary>
    public long?[] Tick(int acts, int day)
    {
        var fallen = new HashSet<int>();
        for (var n = acts - 1; n >= 0; n--)
        {
            if (_events[n] is { Doing: Doing.Annul, Accepted: true } annulment && !fallen.Contains(n))
                fallen.Add(annulment.Target);
        }

        var known = _events.Take(acts).Where(e => e.Accepted && !fallen.Contains(e.Act)).ToList();
        var status = new long?[Questions];
        var dead = new HashSet<(int Chain, int Step)>();
        for (var today = 0; today <= day; today++)
        {
            // The steps of the clock come before what is done on the day, in the order in which they were written.
            foreach (var put in known.Where(e => e.Doing is Doing.Put or Doing.Prolong && e.Done <= today))
            {
                for (var step = 0; step < put.Dues.Length; step++)
                {
                    if (put.Dues[step] == today)
                        Lapse(put, step, today, known, status, dead);
                }
            }

            foreach (var e in known.Where(e => e.Done == today))
            {
                if (e.Doing == Doing.Put)
                    status[e.Question] = Waiting;
                else if (e.Doing == Doing.Answer)
                    status[e.Question] = Answered;
            }
        }

        return status;
    }

    private static void Lapse(
        Event put, int step, int today, List<Event> known, long?[] status, HashSet<(int Chain, int Step)> dead)
    {
        // An answer or a prolongation done before the day stops this step and all that follow it.
        var stopped = known.Exists(e => e.Stops == put.Act && e.Done < today && e.Done < put.Dues[step]);
        if (stopped || (step > 0 && dead.Contains((put.Act, step - 1))))
            dead.Add((put.Act, step));
        else
            status[put.Question] = FirstStep + step;
    }

    private void Do(Random random, int act, int done)
    {
        var doing = (Doing)random.Next(4);
        if (doing == Doing.Put || Questions == 0)
        {
            var put = new Event(act, Doing.Put, done, Questions++) { Accepted = true };
            Prepare(random, put);
            Store.Append(FactKey.Of(Status, put.Question), new Day(done), Day.Max, Waiting, act, act);
            Chain(put);
        }
        else if (doing == Doing.Annul)
        {
            // An answer, or a prolongation on which nothing else rests.
            var targets = _events.FindAll(e => e.Accepted && (e.Doing == Doing.Answer
                || (e.Doing == Doing.Prolong && _events.FindLast(l => l.Accepted && l.Question == e.Question) == e)));
            var target = targets.Count == 0 ? -1 : targets[random.Next(targets.Count)].Act;
            if (target >= 0)
                Store.State(target, SourceStanding.Void, Day.Min, Day.Max, act, act);
            _events.Add(new Event(act, doing, done, -1) { Accepted = target >= 0, Target = target });
        }
        else
        {
            AnswerOrProlong(random, new Event(act, doing, done, random.Next(Questions)));
        }
    }

    /// <summary>Takes an answer, or a prolongation, if the question waits on its day, as known now, and nobody has answered it.</summary>
    private void AnswerOrProlong(Random random, Event e)
    {
        var view = new View(Store, new Day(e.Done), e.Act - 1);
        var chain = _events.FindLast(p => p.Question == e.Question && p.Accepted && p.Doing is (Doing.Put or Doing.Prolong)
            && view.StandingOf(p.Act) != SourceStanding.Void)!.Act;
        var waits = view.TryValue(Status, e.Question, out var status) && status != Answered;
        var answered = _events.Exists(a => a is { Doing: Doing.Answer, Accepted: true } && a.Question == e.Question
            && view.StandingOf(a.Act) != SourceStanding.Void);
        var open = _chains[chain].FindIndex(p => new Day(e.Done) < Store.ProspectiveOf(p).Due);
        e.Accepted = waits && !answered && open >= 0 && _events[chain].Done <= e.Done
            && status == (open == 0 ? Waiting : FirstStep + open - 1);
        if (e.Accepted)
        {
            e.Stops = chain;
            Assert.True(Store.State(_chains[chain][open], SourceStanding.Void, Day.Min, Day.Max, e.Act, e.Act) >= 0);
            if (e.Doing == Doing.Answer)
                Store.Append(FactKey.Of(Status, e.Question), new Day(e.Done), Day.Max, Answered, e.Act, e.Act);
        }

        if (e.Doing == Doing.Prolong && e.Accepted)
        {
            Prepare(random, e);
            Chain(e);
        }
        else
        {
            _events.Add(e);
        }
    }

    private void Prepare(Random random, Event put)
    {
        var due = put.Done;
        put.Dues = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => due += random.Next(1, 10))];
    }

    private void Chain(Event put)
    {
        var parent = put.Act;
        var chain = new List<int>();
        for (var step = 0; step < put.Dues.Length; step++)
        {
            var due = new Day(put.Dues[step]);
            parent = Store.Prepare(parent, due, put.Act, step);
            Store.Append(FactKey.Of(Status, put.Question), due, Day.Max, FirstStep + step, parent, put.Act);
            chain.Add(parent);
        }

        _chains.Add(put.Act, chain);
        _events.Add(put);
    }

    private sealed class Event(int act, Doing doing, int done, int question)
    {
        public int Act { get; } = act;

        public Doing Doing { get; } = doing;

        public int Done { get; } = done;

        public int Question { get; } = question;

        public int Target { get; init; } = -1;

        public bool Accepted { get; set; }

        /// <summary>The act that wrote the chain which this one stops, or -1.</summary>
        public int Stops { get; set; } = -1;

        public int[] Dues { get; set; } = [];
    }
}
