namespace Foedus.Counting;

/// <summary>What an exact count may still spend; see <see cref="TallyOptions.MostWork"/>.</summary>
internal sealed class WorkBudget(long most)
{
    public long Spent { get; private set; }

    public bool IsSpent => Spent > most;

    /// <summary>Notes so many steps on numbers of so many binary digits.</summary>
    public void Spend(long steps, long bits)
    {
        if (!IsSpent) Spent += Math.Min(steps, 1L << 30) * Math.Min((bits / 64) + 1, 1L << 30);
    }

    /// <summary>The refusal, with what is proved so far.</summary>
    public static NotTallied Refusal(CountBook book) =>
        new(TallyRefusal.BudgetSpent, null, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Elected by round {book.Round - 1}: {(book.Winners.Count == 0 ? "nobody" : string.Join(", ", book.Winners.Select(book.Name)))}."));
}
