
namespace RevenueModel.Pricing;

/// <summary>The part of a billing period that is billed, as days of the whole. The only division is the last
/// operation.</summary>
internal readonly record struct PeriodShare(decimal Days, decimal Whole)
{
    private readonly bool _isPart = Days != Whole; // used many times in a bill

    public static PeriodShare All { get; } = new(1m, 1m);

    public bool IsWhole => !_isPart;

    /// <summary>Gets the days for the step of a bill; <see langword="null"/> for a whole period.</summary>
    public BilledDays? BilledDays => _isPart ? new BilledDays(Days, Whole) : null;

    public decimal Of(decimal amount) => _isPart ? amount * Days / Whole : amount;
}
