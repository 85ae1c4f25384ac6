using NodaTime;

namespace RevenueModel.Compensation;

/// <summary>A credit, the plan that pays it and the day on which it counts.</summary>
/// <param name="Credit">The credit.</param>
/// <param name="Assignment">The position of the assignment in force on its date.</param>
/// <param name="Position">Its position in the ledger.</param>
/// <param name="CountsOn">The day on which it counts, or null where a gate holds it for good.</param>
/// <param name="Waits">The gates that hold or held it and what they ask for, in words; null where none did.</param>
internal sealed record CountedCredit(
    CompCredit Credit,
    int Assignment,
    int Position,
    LocalDate? CountsOn,
    string? Waits)
{
    /// <summary>The day from which it can no longer count, or null.</summary>
    public LocalDate? LostOn { get; init; }

    /// <summary>What made it so, in words.</summary>
    public string? LostTo { get; init; }

    /// <summary>What holds the credit, as it is known at the end of a period.</summary>
    public string Held(LocalDate end) =>
        LostOn < end ? Invariant($"held by {Waits}; it never counts: {LostTo}") : "held by " + Waits;

    /// <summary>The order in which credits count: by day, then deal, then position.</summary>
    public static int Compare(CountedCredit x, CountedCredit y)
    {
        int order = Nullable.Compare(x.CountsOn, y.CountsOn);
        order = order != 0 ? order : string.CompareOrdinal(x.Credit.Deal, y.Credit.Deal);
        return order != 0 ? order : x.Position.CompareTo(y.Position);
    }
}
