using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>The variable pay that a statement brings at the least: advanced against later earnings, or guaranteed.</summary>
/// <remarks>
/// <para>
/// It is decided where a statement closes: a statement of <c>n</c> months that comes to less than <c>n</c> draws is
/// topped up to them. Days that the plan is not in force, and months after <see cref="Months"/>, bring no draw.
/// </para>
/// <para>Immutable; equal by value.</para>
/// </remarks>
public sealed record Draw
{
    /// <summary>The draw of a year, zero or more; a month brings a twelfth, prorated by the plan's day count where it is not
    /// worked whole (and by actual/365 in any case). Published draws are annual.</summary>
    public required decimal AnnualAmount { get; init => field = Guard.Against.BelowZero(value, nameof(AnnualAmount)); }

    /// <summary>The draw of a month: <c>annual / 12</c>, not rounded.</summary>
    public decimal MonthlyAmount => AnnualAmount / 12m;

    /// <summary>Whether the draw is taken back; recoverable unless said.</summary>
    public DrawKind Kind { get; init => field = Guard.Against.Undefined(value, nameof(Kind)); }

    /// <summary>The months that the draw is paid, from the day the person came under the plan, one or more;
    /// <see langword="null"/> for as long as the plan is in force.</summary>
    public int? Months { get; init => field = Guard.Against.BelowOne(value, nameof(Months)); }

    /// <summary>Which earnings a recoverable draw is taken back from; what else is owed comes from all of them.</summary>
    public DrawRecovery Recovery { get; init => field = Guard.Against.Undefined(value, nameof(Recovery)); }

    /// <summary>The months after the person came under the plan before anything of a recoverable draw is taken back, zero or
    /// more.</summary>
    public int RecoveryStartsAfterMonths
    {
        get;
        init => field = (int)Guard.Against.BelowZero((long)value, nameof(RecoveryStartsAfterMonths));
    }

    /// <summary>What becomes of the balance at the close of the statement in which the plan ends.</summary>
    public DrawEnd AtEnd { get; init => field = Guard.Against.Undefined(value, nameof(AtEnd)); }

    /// <summary>The draw in words.</summary>
    public override string ToString() => Invariant(
        $"{(Kind == DrawKind.Recoverable ? "recoverable" : "non-recoverable")} draw of {AnnualAmount:#,0.##} a year{(Months is { } months ? Invariant($" for {months} months") : "")}");
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
