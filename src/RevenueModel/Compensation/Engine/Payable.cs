using NodaTime;

namespace RevenueModel.Compensation;

/// <summary>A part of earned pay: when it vests, when the deal's payment releases it, and whether it lapsed.</summary>
internal struct Payable(int tranche, LocalDate vests, LocalDate? released, decimal amount)
{
    /// <summary>The position of the vesting share, counted from zero.</summary>
    public readonly int Tranche { get; } = tranche;

    public readonly LocalDate Vests { get; } = vests;

    /// <summary>The day that a booking, an invoice or cash released it, or null where nothing did.</summary>
    public readonly LocalDate? Released { get; } = released;

    public readonly decimal Amount { get; } = amount;

    /// <summary>The day it became void, which is on or before the day it would have become payable.</summary>
    public LocalDate? Lapsed { get; set; }

    /// <summary>The day it becomes payable, or null where it waits.</summary>
    public readonly LocalDate? Due => Released is { } released ? LocalDate.Max(Vests, released) : null;

    /// <summary>Whether it became payable before a day.</summary>
    public readonly bool IsPaidBefore(LocalDate day) => Lapsed is null && Due < day;

    /// <summary>Whether it has neither become payable nor lapsed before a day.</summary>
    public readonly bool IsPendingOn(LocalDate day) => !IsPaidBefore(day) && !(Lapsed < day);
}
