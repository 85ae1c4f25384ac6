using Ardalis.GuardClauses;
using RevenueModel.Primitives;
using RevenueModel.Retention;

namespace RevenueModel.Import;

/// <summary>Options for reading subscriptions. An option that is not set is detected, and the result is
/// reported.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record SubscriptionImportOptions : DatedImportOptions<SubscriptionField>
{
    /// <summary>Gets the default options, with nothing stated.</summary>
    public static SubscriptionImportOptions Default { get; } = new();

    /// <summary>Gets the meaning of the amounts. Default: the amount of one interval.</summary>
    public SubscriptionAmounts Amounts { get; init => field = Guard.Against.Undefined(value, nameof(Amounts)); }

    /// <summary>Gets the interval of all amounts, or <see langword="null"/> if the file tells it: by the name of the
    /// column of amounts (MRR and monthly amount, ARR, ACV and annual amount), or
    /// by a column of intervals, over which the name has precedence.</summary>
    public RecurringInterval? Interval { get; init; }

    /// <summary>Gets the relation of amounts to a column of quantities. Default: the name of the column of amounts
    /// decides.</summary>
    public SubscriptionQuantities Quantities
    {
        get;
        init => field = Guard.Against.Undefined(value, nameof(Quantities));
    }

    /// <summary>Gets whether the end is the last day of the term. Default: false; the end is the first day without
    /// the subscription, as in Stripe and Chargebee.</summary>
    public bool EndIsIncluded { get; init; }

    /// <summary>Gets the treatment of overlapping terms of one subscription, and of several amounts for one account
    /// and month. Default: the later row is refused.</summary>
    public OverlappingTerms Overlaps { get; init => field = Guard.Against.Undefined(value, nameof(Overlaps)); }

    /// <summary>Gets the treatment of canceled subscriptions without an end. Default: they are refused.</summary>
    public CanceledWithoutEnd Canceled { get; init => field = Guard.Against.Undefined(value, nameof(Canceled)); }

    /// <summary>Gets the currency to read, as a code or as written in the file, or <see langword="null"/> for the only
    /// currency of the file.</summary>
    public string? Currency { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Currency)); }

    /// <summary>Gets the symbols of currencies next to amounts, in addition to
    /// <see cref="CurrencySymbol.Recognized"/>.</summary>
    public ValueList<CurrencySymbol> CurrencySymbols { get; init; }

    internal override bool ReadsMonths => true;

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => string.Join(
        "; ",
        base.ToString(),
        Invariant($"amounts {Amounts}"),
        "interval " + (Interval?.ToString() ?? "detected"),
        Invariant($"quantities {Quantities}"),
        Invariant($"overlaps {Overlaps}"),
        Invariant($"canceled {Canceled}"));
}
