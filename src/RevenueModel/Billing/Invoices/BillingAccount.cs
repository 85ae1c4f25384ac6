using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>What a customer's invoices depend on beside the usage of the period: the plan, and what earlier periods left
/// behind.</summary>
/// <remarks>Immutable; equal by value. It stands as of the start of a period; the invoice that ends the period brings the one
/// for the next (<see cref="Invoice.ClosingAccount"/>).</remarks>
public sealed record BillingAccount
{
    /// <summary>The customer.</summary>
    public required string Customer { get; init => field = Guard.Against.Blank(value, nameof(Customer)); }

    /// <summary>What the customer is billed by.</summary>
    public required PricePlan Plan { get; init => field = Guard.Against.Null(value, nameof(Plan)); }

    /// <summary>The currency of all amounts.</summary>
    public required Currency Currency { get; init => field = Guard.Against.Null(value, nameof(Currency)); }

    /// <summary>The first day of the contract, which ramped and yearly commitments count from.</summary>
    public required LocalDate ContractStart { get; init; }

    /// <summary>Prepaid credits, in money; their balances are whole minor units.</summary>
    public ValueList<PrepaidCredit> Credits
    {
        get;
        init => field = DomainGuards.RequireDistinct(value, static credit => credit.Id, nameof(Credits), "distinct id");
    }

    /// <summary>Units carried from the period before.</summary>
    public ValueList<CarriedAllowance> Carried
    {
        get;
        init => field = DomainGuards.RequireDistinct(value, static carried => carried.Charge, nameof(Carried), "charge");
    }

    /// <summary>The usage of the periods before this one, of a plan that smooths: the last ones that its window
    /// holds.</summary>
    /// <remarks>Meters that the plan does not bill are passed over.</remarks>
    public ValueList<MeterSeries> RecentUsage
    {
        get;
        init => field = DomainGuards.RequireDistinct(value, static series => series.Meter, nameof(RecentUsage), "meter");
    }

    /// <summary>What counts towards the commitment of the contract year so far, zero or more.</summary>
    public decimal SpentInContractYear
    {
        get;
        init => field = Guard.Against.BelowZero(value, nameof(SpentInContractYear));
    }

    /// <summary>The tax on what is due, a fraction; zero unless said. One rate for all, rounded once an invoice: rules of tax are
    /// outside this library.</summary>
    public decimal TaxRate { get; init => field = Guard.Against.NotFraction(value, nameof(TaxRate)); }

    /// <summary>The account in words.</summary>
    public override string ToString() => Invariant($"{Customer} on {Plan.Name} in {Currency} since {ContractStart:R}");
}
