using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>A draw: the minimum variable pay of a statement, either advanced against later earnings or
/// guaranteed.</summary>
/// <remarks>
/// <para>
/// The draw is applied when a statement closes: pay of a statement of <c>n</c> months is raised to at least <c>n</c>
/// monthly draws. Days on which the plan is not in force, and months after <see cref="Months"/>, have no draw.
/// </para>
/// <para>Immutable; equal by value. Created by <see cref="Recoverable"/> and <see cref="NonRecoverable"/>.</para>
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record Draw
{
    private Draw(
        DrawKind kind,
        decimal annualAmount,
        int? months,
        DrawRecovery recovery,
        int recoveryStartsAfterMonths,
        DrawEnd atEnd)
    {
        Kind = kind;
        AnnualAmount = Guard.Against.BelowZero(annualAmount);
        Months = months is { } given ? Guard.Against.NotMonths(given, nameof(months)) : null;
        Recovery = Guard.Against.Undefined(recovery);
        RecoveryStartsAfterMonths = (int)Guard.Against.BelowZero(
            (long)recoveryStartsAfterMonths, nameof(recoveryStartsAfterMonths));
        AtEnd = Guard.Against.Undefined(atEnd);
    }

    /// <summary>Gets the kind of draw: an advance or a guarantee.</summary>
    public DrawKind Kind { get; }

    /// <summary>Gets the draw of a year, zero or more. A month has a twelfth of it. A partial month is prorated by the
    /// day count of the plan. Actual/365 also prorates whole months.</summary>
    public decimal AnnualAmount { get; }

    /// <summary>Gets the draw of a month: <c>annual / 12</c>, not rounded.</summary>
    public decimal MonthlyAmount => AnnualAmount / 12m;

    /// <summary>Gets the number of months in which the draw is paid, from the day on which the person came under the
    /// plan, or <see langword="null"/> for as long as the plan is in force.</summary>
    public int? Months { get; }

    /// <summary>Gets the earnings from which a recoverable draw is recovered. Other balances are recovered from all
    /// earnings.</summary>
    public DrawRecovery Recovery { get; }

    /// <summary>Gets the number of months, from the day on which the person came under the plan, before a recoverable
    /// draw is recovered; zero or more.</summary>
    public int RecoveryStartsAfterMonths { get; }

    /// <summary>Gets the treatment of the balance of the draw when the statement closes in which the plan ends. Other
    /// balances stay owed.</summary>
    public DrawEnd AtEnd { get; }

    /// <summary>Creates a recoverable draw: an advance that is recovered from later earnings.</summary>
    /// <param name="annualAmount">The draw per year; zero or more. Published draws are annual.</param>
    /// <param name="months">The number of months in which the draw is paid; one or more. Default: as long as the plan
    /// is in force.</param>
    /// <param name="recovery">The earnings from which the draw is recovered. Default: earnings above the draw.</param>
    /// <param name="recoveryStartsAfterMonths">The number of months before recovery starts; zero or more. Default:
    /// zero.</param>
    /// <param name="atEnd">The treatment of the balance when the plan ends. Default: it stays owed.</param>
    /// <returns>The draw.</returns>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public static Draw Recoverable(
        decimal annualAmount,
        int? months = null,
        DrawRecovery recovery = DrawRecovery.FromEarningsAboveDraw,
        int recoveryStartsAfterMonths = 0,
        DrawEnd atEnd = DrawEnd.Owed) =>
        new(DrawKind.Recoverable, annualAmount, months, recovery, recoveryStartsAfterMonths, atEnd);

    /// <summary>Creates a non-recoverable draw: a guarantee for each statement.</summary>
    /// <param name="annualAmount">The draw per year; zero or more. Published draws are annual.</param>
    /// <param name="months">The number of months in which the draw is paid; one or more. Default: as long as the plan
    /// is in force.</param>
    /// <returns>The draw.</returns>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public static Draw NonRecoverable(decimal annualAmount, int? months = null) =>
        new(DrawKind.NonRecoverable, annualAmount, months, DrawRecovery.FromAllEarnings, 0, DrawEnd.Owed);

    /// <summary>Returns a readable description.</summary>
    public override string ToString() => Invariant(
        $"{(Kind == DrawKind.Recoverable ? "recoverable" : "non-recoverable")} draw of {AnnualAmount:#,0.##} a year")
        + (Months is { } months ? " for " + Plural.Of(months, "month") : "");
}

/// <summary>The treatment of the balance of a recoverable draw when the plan ends or the person leaves.</summary>
public enum DrawEnd
{
    /// <summary>The balance stays owed and is recovered from later earnings, if any. The default.</summary>
    Owed = 0,

    /// <summary>The balance is forgiven, and counts as earned.</summary>
    Forgiven = 1,
}

/// <summary>The kinds of draw.</summary>
public enum DrawKind
{
    /// <summary>An advance that is recovered from later earnings and carried as a balance. The default.</summary>
    Recoverable = 0,

    /// <summary>A guarantee for each statement, which is not recovered.</summary>
    NonRecoverable = 1,
}

/// <summary>The earnings from which a recoverable draw is recovered.</summary>
public enum DrawRecovery
{
    /// <summary>Only earnings above the draw: pay never falls below the draw, even after the draw has ended. The
    /// default, and common in incentive systems.</summary>
    FromEarningsAboveDraw = 0,

    /// <summary>All earnings: pay can fall to zero.</summary>
    FromAllEarnings = 1,
}
