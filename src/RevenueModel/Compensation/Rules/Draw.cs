using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>The variable pay that a statement brings at the least: advanced against later earnings, or guaranteed.</summary>
/// <remarks>
/// <para>
/// It is decided where a statement closes: a statement of <c>n</c> months that comes to less than <c>n</c> draws is
/// topped up to them. Days that the plan is not in force, and months after <see cref="Months"/>, bring no draw.
/// </para>
/// <para>Immutable; equal by value. Made by <see cref="Recoverable"/> and <see cref="NonRecoverable"/>.</para>
/// </remarks>
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
        Months = Guard.Against.BelowOne(months);
        Recovery = Guard.Against.Undefined(recovery);
        RecoveryStartsAfterMonths = (int)Guard.Against.BelowZero(
            (long)recoveryStartsAfterMonths, nameof(recoveryStartsAfterMonths));
        AtEnd = Guard.Against.Undefined(atEnd);
    }

    /// <summary>Gets whether the draw is taken back from later earnings.</summary>
    public DrawKind Kind { get; }

    /// <summary>Gets the draw of a year, zero or more. A month brings a twelfth, prorated by the plan's day count
    /// where it is not worked whole (and by actual/365 in any case).</summary>
    public decimal AnnualAmount { get; }

    /// <summary>Gets the draw of a month: <c>annual / 12</c>, not rounded.</summary>
    public decimal MonthlyAmount => AnnualAmount / 12m;

    /// <summary>Gets the number of months in which the draw is paid, from the day on which the person came under the
    /// plan, or <see langword="null"/> for as long as the plan is in force.</summary>
    public int? Months { get; }

    /// <summary>Gets which earnings a recoverable draw is taken back from. Other balances are taken back from all
    /// earnings.</summary>
    public DrawRecovery Recovery { get; }

    /// <summary>Gets the number of months, from the day on which the person came under the plan, before a recoverable
    /// draw is taken back.</summary>
    public int RecoveryStartsAfterMonths { get; }

    /// <summary>Gets what becomes of the balance at the close of the statement in which the plan ends.</summary>
    public DrawEnd AtEnd { get; }

    /// <summary>Creates a draw that is an advance: later earnings take it back.</summary>
    /// <param name="annualAmount">The draw of a year, zero or more. Published draws are annual.</param>
    /// <param name="months">The number of months in which it is paid, one or more. Default: as long as the plan is in
    /// force.</param>
    /// <param name="recovery">Which earnings it is taken back from. Default: those above the draw.</param>
    /// <param name="recoveryStartsAfterMonths">The number of months before anything is taken back, zero or
    /// more.</param>
    /// <param name="atEnd">What becomes of the balance when the plan ends. Default: it stays owed.</param>
    /// <returns>The draw.</returns>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public static Draw Recoverable(
        decimal annualAmount,
        int? months = null,
        DrawRecovery recovery = DrawRecovery.FromEarningsAboveDraw,
        int recoveryStartsAfterMonths = 0,
        DrawEnd atEnd = DrawEnd.Owed) =>
        new(DrawKind.Recoverable, annualAmount, months, recovery, recoveryStartsAfterMonths, atEnd);

    /// <summary>Creates a draw that is a guarantee for each statement: it is not taken back.</summary>
    /// <param name="annualAmount">The draw of a year, zero or more. Published draws are annual.</param>
    /// <param name="months">The number of months in which it is paid, one or more. Default: as long as the plan is in
    /// force.</param>
    /// <param name="atEnd">What becomes of a balance that is owed for other reasons, such as a negative statement,
    /// when the plan ends. Default: it stays owed.</param>
    /// <returns>The draw.</returns>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public static Draw NonRecoverable(decimal annualAmount, int? months = null, DrawEnd atEnd = DrawEnd.Owed) =>
        new(DrawKind.NonRecoverable, annualAmount, months, DrawRecovery.FromAllEarnings, 0, atEnd);

    /// <summary>Returns a readable description.</summary>
    public override string ToString() => Invariant(
        $"{(Kind == DrawKind.Recoverable ? "recoverable" : "non-recoverable")} draw of {AnnualAmount:#,0.##} a year{(Months is { } months ? " for " + Plural.Of(months, "month") : "")}");
}

/// <summary>What becomes of the balance of a recoverable draw when the plan ends or the person leaves.</summary>
public enum DrawEnd
{
    /// <summary>It stays owed: later earnings, if there are any, recover it. The default.</summary>
    Owed = 0,

    /// <summary>It is forgiven, which makes it earned.</summary>
    Forgiven = 1,
}

/// <summary>Whether what a draw advances is taken back from later earnings.</summary>
public enum DrawKind
{
    /// <summary>It is: the draw is an advance, carried as a balance. The default.</summary>
    Recoverable = 0,

    /// <summary>It is not: the draw is a guarantee for each statement.</summary>
    NonRecoverable = 1,
}

/// <summary>Which earnings a recoverable draw is taken back from.</summary>
public enum DrawRecovery
{
    /// <summary>Only those above the draw: pay never falls below it, also after the draw has ended. The default, and what
    /// most incentive systems do.</summary>
    FromEarningsAboveDraw = 0,

    /// <summary>All of them, to zero pay if need be.</summary>
    FromAllEarnings = 1,
}
