using Foedus.Engine.Kernel;

namespace Foedus.Engine.Judging;

/// <summary>Lists and readings that are used again, act after act, so that ruling leaves little behind. Each thread has its own.</summary>
internal static class Scratch
{
    private const int MostKept = 4;

    [ThreadStatic]
    private static Stack<List<Ground>>? _grounds;

    [ThreadStatic]
    private static Stack<List<Effect>>? _effects;

    [ThreadStatic]
    private static Readings? _readings;

    public static List<Ground> Grounds() => (_grounds ??= []).TryPop(out var list) ? list : [];

    public static List<Effect> Effects() => (_effects ??= []).TryPop(out var list) ? list : [];

    public static Readings Readings() => _readings ??= new Readings();

    public static void Give(List<Ground> list)
    {
        list.Clear();
        if ((_grounds ??= []).Count < MostKept)
            _grounds.Push(list);
    }

    public static void Give(List<Effect> list)
    {
        list.Clear();
        if ((_effects ??= []).Count < MostKept)
            _effects.Push(list);
    }
}
