using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>A fact that became known after the invoice of its period: corrected usage, a backdated change of plan, a
/// backdated prepaid credit, a backdated end of the contract, or a voided interim invoice.</summary>
/// <remarks>Immutable; equal by value. <see cref="AdjustmentCalculator"/> bills the difference.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record BillingCorrection
{
    private BillingCorrection()
    {
    }

    /// <summary>Gets the billing period of corrected usage, or <see langword="null"/> for another
    /// correction.</summary>
    public DateSpan? Period { get; private init; }

    /// <summary>Gets the corrected usage of the period, all meters included.</summary>
    public ValueList<MeterUsage> Usage { get; private init; }

    /// <summary>Gets the backdated change of plan, or <see langword="null"/> for another correction.</summary>
    public PricePlanChange? PlanChange { get; private init; }

    /// <summary>Gets the backdated prepaid credit, or <see langword="null"/> for another correction.</summary>
    public PrepaidCredit? Credit { get; private init; }

    /// <summary>Gets the backdated end of the contract, or <see langword="null"/> for another correction.</summary>
    public ContractEnd? ContractEnd { get; private init; }

    /// <summary>Gets the credit note of an interim invoice that was voided after the end of its period, or
    /// <see langword="null"/> for another correction.</summary>
    public CreditNote? Void { get; private init; }

    /// <summary>Creates a correction of usage: late usage, or usage that was too high.</summary>
    /// <param name="period">The billing period, as on its invoice.</param>
    /// <param name="usage">The corrected usage of the whole period, for each meter of the plan.</param>
    /// <returns>The correction.</returns>
    /// <exception cref="ArgumentException">A usage is null.</exception>
    public static BillingCorrection OfUsage(DateSpan period, params ReadOnlySpan<MeterUsage> usage)
    {
        foreach (MeterUsage one in usage)
        {
            Guard.Against.Null(one, nameof(usage));
        }

        return new BillingCorrection { Period = period, Usage = ValueList.Create(usage) };
    }

    /// <inheritdoc cref="OfUsage(DateSpan, ReadOnlySpan{MeterUsage})"/>
    public static BillingCorrection OfUsage(DateSpan period, IEnumerable<MeterUsage> usage) =>
        OfUsage(period, usage.AsItems());

    /// <summary>Creates a correction for a change of plan on a day that is already billed.</summary>
    /// <param name="change">The change.</param>
    /// <returns>The correction.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="change"/> is null.</exception>
    public static BillingCorrection OfPlanChange(PricePlanChange change) =>
        new() { PlanChange = Guard.Against.Null(change) };

    /// <summary>Creates a correction for a prepaid credit that was usable on days that are already billed.</summary>
    /// <param name="credit">The credit, with its balance when it became usable.</param>
    /// <returns>The correction.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="credit"/> is null.</exception>
    public static BillingCorrection OfCredit(PrepaidCredit credit) => new() { Credit = Guard.Against.Null(credit) };

    /// <summary>Creates a correction for an end of the contract that became known after its last period was
    /// billed.</summary>
    /// <param name="end">The end: a day of the last billed period after its start, or the day through which the
    /// account is billed.</param>
    /// <returns>The correction. It settles commitments and fees, and refunds the amounts billed for the period in
    /// progress, such as a fee in advance. Correct usage that was stated for days after the end in the same
    /// adjustment, with <see cref="OfUsage(DateSpan, ReadOnlySpan{MeterUsage})"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="end"/> is null.</exception>
    public static BillingCorrection OfContractEnd(ContractEnd end) => new() { ContractEnd = Guard.Against.Null(end) };

    /// <summary>Creates a correction that bills the amount of an interim invoice again, because the invoice was voided
    /// after the end of its period.</summary>
    /// <param name="note">The credit note of the interim invoice (<see cref="CreditNoteCalculator.Void"/>).</param>
    /// <returns>The correction.</returns>
    /// <exception cref="ArgumentException">The note does not void an interim invoice.</exception>
    public static BillingCorrection OfVoid(CreditNote note) =>
        Guard.Against.Null(note) is { Reason: CreditNoteReason.Void, Invoice.Kind: not InvoiceKind.Final }
            ? new() { Void = note }
            : throw new ArgumentException(
                $"note was \"{note}\"; a credit note that voids an interim invoice is expected.", nameof(note));

    /// <summary>Returns the corrected fact.</summary>
    public override string ToString() => this switch
    {
        { Period: { } period } => $"usage of {period}: {string.Join(", ", Usage)}",
        { PlanChange: { } change } => $"plan change {change}",
        { Credit: { } credit } => $"credit {credit}",
        { ContractEnd: { } end } => $"contract {end}",
        _ => $"{Void}",
    };
}
