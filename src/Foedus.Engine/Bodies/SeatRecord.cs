namespace Foedus.Engine.Bodies;

/// <summary>What the record says of places in a body.</summary>
public enum SeatRecord
{
    /// <summary>Nothing was ever recorded of the seats to which they belong: these are presumed to be filled, and nobody knows by whom.</summary>
    None,

    /// <summary>Others of the same seats are on record by name; whether anybody holds these is not.</summary>
    Beside,

    /// <summary>They are held by a mandate on record, by name or in a number.</summary>
    Held,
}
