namespace Foedus.Counting;

/// <summary>What one more seat is worth to a unit that has some: falls with the seats. Asked only for seats beyond the free ones.</summary>
internal interface ISeatWorths<out TWorth>
    where TWorth : struct
{
    TWorth Next(int unit, long seats);
}
