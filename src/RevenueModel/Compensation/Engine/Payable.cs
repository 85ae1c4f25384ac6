using NodaTime;

namespace RevenueModel.Compensation;

/// <summary>A part of earned pay, with the days on which it vests, is released and lapses.</summary>
internal struct Payable(int tranche, LocalDate vests, LocalDate? released, decimal amount)
{
    /// <summary>Gets the position of the vesting share, counted from zero.</summary>
    public readonly int Tranche { get; } = tranche;

    public readonly LocalDate Vests { get; } = vests;

    /// <summary>Gets the day on which a booking, an invoice or cash released the part, or null if it is not
    /// released.</summary>
    public readonly LocalDate? Released { get; } = released;

    public readonly decimal Amount { get; } = amount;

    /// <summary>Gets the day on which the part became void, on or before the day on which it would have become
    /// payable.</summary>
    public LocalDate? Lapsed { get; set; }

    /// <summary>Gets the day on which the part becomes payable, or null if it is not released.</summary>
    public readonly LocalDate? Due => Released is { } released ? LocalDate.Max(Vests, released) : null;

    /// <summary>Returns whether the part became payable before a day.</summary>
    public readonly bool IsPaidBefore(LocalDate day) => Lapsed is null && Due < day;

    /// <summary>Returns whether the part neither became payable nor lapsed before a day.</summary>
    public readonly bool IsPendingOn(LocalDate day) => !IsPaidBefore(day) && !(Lapsed < day);
}
