using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>A credit, the plan that pays it and the day on which it counts.</summary>
/// <param name="Credit">The credit.</param>
/// <param name="Assignment">The position of the assignment in force on the date of the credit.</param>
/// <param name="Position">The position of the credit in the ledger.</param>
/// <param name="CountsOn">The day on which the credit counts, or null if it never counts.</param>
/// <param name="Gates">The gates that hold or held the credit.</param>
internal readonly record struct CountedCredit(
    CompCredit Credit,
    int Assignment,
    int Position,
    LocalDate? CountsOn,
    ValueList<CreditGate> Gates)
{
    /// <summary>Gets the day from which the credit can no longer count, or null.</summary>
    public LocalDate? LostOn { get; init; }

    /// <summary>Gets the event after which the credit can no longer count, or null.</summary>
    public CompEvent? LostTo { get; init; }

    /// <summary>Returns the gates that hold the credit by the facts known at the end of a period.</summary>
    public WithheldDetail Held(LocalDate end) => new()
    {
        Credit = Credit,
        Gates = Gates,
        LostOn = LostOn < end ? LostOn : null,
        LostTo = LostOn < end ? LostTo : null,
    };

    /// <summary>Compares by the order in which credits count: by day, then deal, then the day of the credit, then the
    /// larger share and amount first. The order of the ledger decides only between credits that pay the
    /// same.</summary>
    public static int Compare(CountedCredit x, CountedCredit y)
    {
        int order = Nullable.Compare(x.CountsOn, y.CountsOn);
        order = order != 0 ? order : string.CompareOrdinal(x.Credit.Deal, y.Credit.Deal);
        order = order != 0 ? order : x.Credit.Date.CompareTo(y.Credit.Date);
        order = order != 0 ? order : y.Credit.Share.CompareTo(x.Credit.Share);
        order = order != 0 ? order : y.Credit.Amount.CompareTo(x.Credit.Amount);
        order = order != 0 ? order : string.CompareOrdinal(x.Credit.Id, y.Credit.Id);
        return order != 0 ? order : x.Position.CompareTo(y.Position);
    }
}
