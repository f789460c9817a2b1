namespace Foedus.Engine.Things;

/// <summary>What sort of thing an act or a fact is about.</summary>
public enum ThingKind
{
    /// <summary>The federation itself.</summary>
    Federation,
    Unit,

    /// <summary>A body, of the federation or (with <see cref="Thing.Of"/>) of a unit.</summary>
    Body,

    /// <summary>An office, of the federation or of a body.</summary>
    Office,

    /// <summary>A member of a body who is not named.</summary>
    Member,
    Electors,
    Person,

    /// <summary>A bill, motion, proposal: something that is before a body.</summary>
    Matter,

    /// <summary>A legal act that was issued or enacted.</summary>
    Instrument,
    Text,

    /// <summary>Somebody whom the charter gives no rules for: a conference, a delegation, a government.</summary>
    Outside,

    /// <summary>A duty that has arisen about something.</summary>
    Duty,

    /// <summary>A remedy that somebody has brought about something.</summary>
    Remedy,

    /// <summary>A declared fact as stated by somebody.</summary>
    Statement,

    /// <summary>A kind of session of a body.</summary>
    Session,

    /// <summary>A term of an office, or of members of a body, that ends with a day.</summary>
    Term,
}
