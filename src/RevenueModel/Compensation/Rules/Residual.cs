using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>Trailing pay on what an account brings after it was won: a rate for a number of months.</summary>
/// <remarks>Immutable; equal by value. The months are <c>[anchor, anchor + months)</c> by NodaTime's rules: at 18 months
/// from 2027-01-31, 2028-07-30 is the last day. A residual is payable when it is earned and does not vest.</remarks>
public sealed record Residual
{
    /// <summary>The share that is paid, a fraction.</summary>
    public required decimal Rate { get; init => field = Guard.Against.NotFraction(value, nameof(Rate)); }

    /// <summary>How long it is paid, one month or more; 18 unless said.</summary>
    public int Months
    {
        get;
        init => field = Guard.Against.BelowOne(value, nameof(Months));
    } = 18;

    /// <summary>The day from which the months count.</summary>
    public ResidualAnchor Anchor { get; init => field = Guard.Against.Undefined(value, nameof(Anchor)); }

    /// <summary>What it is a share of.</summary>
    public ResidualBasis Basis { get; init => field = Guard.Against.Undefined(value, nameof(Basis)); }

    /// <summary>The residual in words.</summary>
    public override string ToString()
    {
        string basis = Basis == ResidualBasis.ExpansionArr ? "expansion ARR" : "active ARR, monthly,";
        string anchor = Anchor switch
        {
            ResidualAnchor.GoLive => "go-live",
            ResidualAnchor.FirstInvoice => "the first invoice",
            _ => "booking",
        };
        return Invariant($"{Rate * 100m:0.##}% of {basis} for {Plural.Of(Months, "month")} from {anchor}");
    }
}

/// <summary>What a <see cref="Residual"/> is a share of.</summary>
public enum ResidualBasis
{
    /// <summary>The expansion ARR credited on the account while the months last, once, when it is credited. What the
    /// published plans pay; the default.</summary>
    ExpansionArr = 0,

    /// <summary>The account's active ARR, a twelfth of it each month while the months last.</summary>
    ActiveArrMonthly = 1,
}

/// <summary>The day from which the months of a <see cref="Residual"/> count.</summary>
public enum ResidualAnchor
{
    /// <summary>The day of the account's first credit of new ARR in the ledger, under whatever plan. The default.</summary>
    Booking = 0,

    /// <summary>The day the account went live.</summary>
    GoLive = 1,

    /// <summary>The day of the account's first invoice.</summary>
    FirstInvoice = 2,
}
