namespace RevenueModel.Pricing.Rating;

/// <summary>The part of a billing period that is billed: days of days, divided last.</summary>
internal readonly record struct PeriodShare(decimal Days, decimal Whole)
{
    public static PeriodShare All { get; } = new(1m, 1m);

    public bool IsWhole => Days == Whole;

    public decimal Of(decimal amount) => Days == Whole ? amount : amount * Days / Whole;
}
