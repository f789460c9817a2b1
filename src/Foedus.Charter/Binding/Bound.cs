using System.Runtime.InteropServices;

namespace Foedus.Charter.Binding;

/// <summary>What a phrase was read as, or that it could not be read (a message says why).</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Bound<T>(bool Ok, T Value)
{
    public static Bound<T> None => default;

    public static implicit operator Bound<T>(T value) => new(true, value);
}

/// <summary>Makes bound values.</summary>
internal static class Bound
{
    /// <summary>A value, also one that is null and means something.</summary>
    public static Bound<T> Of<T>(T value) => new(true, value);

    /// <summary>A value, or none if it is null.</summary>
    public static Bound<T> OrNone<T>(T? value)
        where T : class => value is null ? default : new Bound<T>(true, value);
}
