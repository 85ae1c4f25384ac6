using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>One step of a bill: the billed or deducted item, the quantity, the rate and the rule.</summary>
/// <remarks>
/// Immutable; equal by value. Nothing is rounded. The amounts of the steps sum to the bill. A property that does not
/// apply to the <see cref="Kind"/> is <see langword="null"/>. <see cref="Explanation"/> is created on access.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record BillStep
{
    /// <summary>Gets the kind of the step, which is its rule.</summary>
    public required BillStepKind Kind { get; init; }

    /// <summary>Gets the name of the charge or plan that the step belongs to.</summary>
    public required string Item { get; init; }

    /// <summary>Gets the amount; negative if it is deducted.</summary>
    public required decimal Amount { get; init; }

    /// <summary>Gets the rate: the fee, the discount or the overage multiplier.</summary>
    public decimal? Rate { get; init; }

    /// <summary>Gets the amount that the rate applies to, or that a discount is deducted from.</summary>
    public decimal? Of { get; init; }

    /// <summary>Gets the bound that the step enforces: a minimum, maximum, cap or commitment.</summary>
    public decimal? Bound { get; init; }

    /// <summary>Gets the quantity of a step for usage or for deducted units.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>Gets the measurement of the quantity, in the first step of a charge.</summary>
    public UsageMeasure? Measure { get; init; }

    /// <summary>Gets the tier with its price, in a step for usage at a price of one quantity.</summary>
    public PricedPart? Part { get; init; }

    /// <summary>Gets the price, in a step for usage at a price without parts.</summary>
    public PriceModel? Price { get; init; }

    /// <summary>Gets the quantities of the meters that determine the tier of a capacity price.</summary>
    public ValueList<MeterUsage> Capacity { get; init; }

    /// <summary>Gets the number of single transactions that were priced.</summary>
    public int? Transactions { get; init; }

    /// <summary>Gets the billed days, in a step that is prorated or has dates.</summary>
    public BilledDays? BilledDays { get; init; }

    /// <summary>Gets the contract year of a commitment by contract year.</summary>
    public int? ContractYear { get; init; }

    /// <summary>Gets the name of the plan that the bill moves up to.</summary>
    public string? NextPlan { get; init; }

    /// <summary>Gets the arithmetic or the reason.</summary>
    public string Explanation => Kind switch
    {
        BillStepKind.BaseFee => Invariant($"{Rate:#,0.######}")
            + (BilledDays?.Service is { } service ? $" for {service}" : " a period") + InPart,
        BillStepKind.Usage => OfUsage(),
        BillStepKind.UsageDiscount => Invariant($"{Quantity:#,0.######} units off"),
        BillStepKind.AmountDiscount => Invariant($"{Rate ?? -Amount:#,0.######}{(Rate is null ? "" : InPart)} off")
            + (-Amount == Of ? ", limited to the amount" : ""),
        BillStepKind.PercentDiscount => Invariant($"{Rate * 100m:0.######}% of {Of:#,0.############}"),
        BillStepKind.Minimum => Invariant($"to the minimum of {Bound:#,0.######}"),
        BillStepKind.Maximum => Invariant($"beyond the maximum of {Bound:#,0.######}"),
        BillStepKind.OverageSurcharge =>
            Invariant($"{Of:#,0.############} beyond the commitment of {Bound:#,0.######}{ForTime}, ")
                + Invariant($"x ({Rate:0.######} - 1)"),
        BillStepKind.OverCap => Invariant($"beyond the cap of {Bound:#,0.######}"),
        BillStepKind.MovedUp => OfMovedUp(),
        _ => Invariant($"to the commitment of {Bound:#,0.######}{ForTime}")
            + (ContractYear is null ? "" : Invariant($", towards which {Of:#,0.######} counts")),
    };

    private string InPart => BilledDays is null or { IsWhole: true } ? "" : $" x {BilledDays}";

    // A bound is prorated; a rate is that of the whole period.
    private string ForTime => ContractYear is { } year ? Invariant($" for contract year {year}")
        : BilledDays is null or { IsWhole: true } ? ""
        : Invariant($" for {BilledDays.Days:0.####} of {BilledDays.OfDays:0.####} days");

    /// <summary>Returns the item, the amount and the explanation:
    /// <c>calls: 375 (100,000 x 0.00375 = 375)</c>.</summary>
    public override string ToString() => Invariant($"{Item}: {Amount:#,0.######} ({Explanation})");

    private string OfUsage()
    {
        string measured = Measure?.ToString() ?? "";
        string before = measured.Length == 0 ? "" : measured + ": ";
        return this switch
        {
            { Part: { } part } => before + part.Explanation,
            { Price: CapacityPrice capacity } => OfCapacity(capacity),
            { Transactions: { } count } =>
                Invariant($"{Plural.Of(count, "transaction")}, {Quantity:#,0.######} in all, at {Price}"),
            { Price: not null } => before + Invariant($"{Quantity:#,0.######} at {Price}"),
            _ => before + "nothing to bill",
        };
    }

    private string OfCapacity(CapacityPrice price)
    {
        decimal[] quantities = [.. Capacity.Select(static one => one.Quantity)];
        int tier = price.IndexOf(quantities);
        string means = Measure is { Periods: > 1 } measure ? Invariant($"means of {measure.Periods} periods: ") : "";
        return means + string.Join(" / ", Capacity) + Invariant($" within tier {tier + 1}, {price.Tiers[tier]}");
    }

    private string OfMovedUp() => Of is { } commitment
        ? Invariant($"billed as {NextPlan}, but not below the commitment of {commitment:#,0.######}")
        : Invariant($"billed as {NextPlan}, whose bill is {Bound:#,0.######}");
}
