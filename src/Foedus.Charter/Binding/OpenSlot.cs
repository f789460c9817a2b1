using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;

namespace Foedus.Charter.Binding;

/// <summary>A place that is silent, with the way to read what somebody proposes to fill it with.</summary>
internal abstract class OpenSlot
{
    /// <summary>Reads words as a filler; null if they name something that is not there (messages say what).</summary>
    public abstract object? Read(Match words, DiagnosticBag problems);

    /// <summary>Adds a filler that <see cref="Read"/> gave.</summary>
    public abstract void Append(object filler);
}

/// <summary>A place of one type that is silent.</summary>
internal sealed class OpenSlot<T>(Slot<T> slot, Func<Match, Bound<T>> read, BindingContext context) : OpenSlot
{
    /// <inheritdoc/>
    public override object? Read(Match words, DiagnosticBag problems)
    {
        var bound = context.With(problems, () => read(words));
        return bound.Ok ? bound : null;
    }

    /// <inheritdoc/>
    public override void Append(object filler) => slot.Fillers = slot.Fillers.Add(((Bound<T>)filler).Value);
}
