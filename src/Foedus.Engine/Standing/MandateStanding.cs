using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Rules;
using Foedus.Engine.Things;

namespace Foedus.Engine.Standing;

/// <summary>Who sits in a body by name, and where somebody sits: persons, and units that hold seats by their own name.</summary>
public static class MandateStanding
{
    /// <summary>Those who are on record by name as members of a body and its chambers, as at a day, in the order of the roster.</summary>
    public static ImmutableArray<int> Members(State state, BodyAt body, Day day, Rulebook? book = null) =>
        [.. At(state, day, book).RosterOf(body, byUnits: false).Lines.Where(l => l.Holder >= 0 && state.Roll[l.Holder].Kind != ThingKind.Office).Select(l => l.Holder)];

    /// <summary>
    /// The offices and bodies of the federation in which a person or a unit has a place by its own name, as at a day; those that come with an
    /// office or a seat elsewhere included.
    /// </summary>
    public static ImmutableArray<int> PlacesOf(State state, int holder, Day day, Rulebook? book = null)
    {
        var inquiry = At(state, day, book);
        var places = inquiry.Mandates.HeldBy(holder).Select(m => m.Post).ToList();
        foreach (var body in inquiry.Book.Edition.Bodies.Where(b => b.EachOf is null))
        {
            foreach (var part in body.Chambers.Prepend(body).Select(b => new BodyAt(b)))
            {
                if (inquiry.IsMember(holder, part, out _) && inquiry.Book.ThingOf(part) is var post && !places.Contains(post))
                    places.Add(post);
            }
        }

        return [.. places];
    }

    private static Inquiry At(State state, Day day, Rulebook? book) => new(state, StandingQuestion.BookAt(state, day, book), day, new Readings());
}
