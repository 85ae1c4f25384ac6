using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>A price plan: a fee for each period, charges for usage, and terms for the bill as a whole.</summary>
/// <remarks>
/// <para>After the charges, the bill is evaluated in this order: base fee and charges, <see cref="AmountDiscount"/>,
/// <see cref="PercentDiscount"/>, minimum (<see cref="Commitment"/>), maximum (<see cref="Protection"/>), prepaid
/// credits, previously billed amounts.</para>
/// <para>Immutable; equal by value. A property refuses a value outside its own range when it is set. Properties that
/// contradict each other, such as a cap below the commitment, are refused by <see cref="Validate"/>, which every
/// evaluation calls first.</para>
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record PricePlan
{
    private PlanTerms? _terms; // created on first use; a copy by "with" creates its own

    /// <summary>Gets the name of the plan.</summary>
    public required string Name { get; init => field = Guard.Against.Blank(value, nameof(Name)); }

    /// <summary>Gets the fee of a whole period, independent of usage, zero or more.</summary>
    public decimal BaseFee { get; init => field = Guard.Against.BelowZero(value, nameof(BaseFee)); }

    /// <summary>Gets the charges for usage, each with a unique name, in the order of an invoice.</summary>
    public ValueList<Charge> Charges
    {
        get;
        init => field = DomainGuards.RequireDistinct(value, static charge => charge.Name, nameof(Charges), "name");
    }

    /// <summary>Gets the amount that is deducted from the bill of a whole period, zero or more. The bill does not
    /// become negative.</summary>
    public decimal AmountDiscount { get; init => field = Guard.Against.BelowZero(value, nameof(AmountDiscount)); }

    /// <summary>Gets the share that is deducted from the bill, between 0 and 1.</summary>
    public decimal PercentDiscount { get; init => field = Guard.Against.NotFraction(value, nameof(PercentDiscount)); }

    /// <summary>Gets the committed spend, or <see langword="null"/> if there is none.</summary>
    public Commitment? Commitment { get; init; }

    /// <summary>Gets the overage protection, or <see langword="null"/> if there is none.</summary>
    public OverageProtection? Protection { get; init; }

    /// <summary>Gets the day count convention for partial periods: actual days or months of thirty days. Default:
    /// actual days.</summary>
    /// <remarks>
    /// Prorated are the base fee, allowances, usage and amount discounts, limits of charges, the commitment of a
    /// billing period and the cap. Unit prices, tiers and their fees are not prorated, since usage is measured for the
    /// part itself. <see cref="DayCount.Actual365"/> is refused, since by it a whole month is not one.
    /// </remarks>
    public DayCount DayCount { get; init => field = Guard.Against.FixedYear(value, nameof(DayCount)); }

    /// <summary>Gets the names of the meters that the plan bills, each once: those of its charges in their order, then
    /// those of the plan that it moves up to.</summary>
    public ValueList<string> Meters => Terms.Meters;

    /// <summary>Gets the plan prepared for evaluation, not validated.</summary>
    internal PlanTerms Terms => _terms is { } terms && ReferenceEquals(terms.Plan, this)
        ? terms
        : _terms = new PlanTerms(this);

    /// <summary>Refuses a plan whose properties contradict each other. Every evaluation calls it first.</summary>
    /// <exception cref="ArgumentException">
    /// One of these; the message names the plan, the charge, the values and what is allowed:
    /// <list type="bullet">
    /// <item><description>a charge with a capacity price has a meter that is none of the price's;</description></item>
    /// <item><description>a charge has a conversion, an allowance or a usage discount, and its price is not one of a
    /// single quantity;</description></item>
    /// <item><description>the cap is below the committed fee of a contract year, is a multiple of a committed fee of
    /// zero, or exceeds the range of a decimal;</description></item>
    /// <item><description>the plan smooths usage and prices single transactions;</description></item>
    /// <item><description>the plan that it moves up to is itself refused, smooths over another number of periods, or
    /// is committed by contract year.</description></item>
    /// </list>
    /// </exception>
    public void Validate() => RequireNoConflict(parameterName: null);

    /// <summary>Returns the plan prepared for evaluation, after <see cref="Validate"/>.</summary>
    /// <param name="parameterName">The parameter of the caller that holds the plan.</param>
    internal PlanTerms Validated(string parameterName) => RequireNoConflict(parameterName);

    private PlanTerms RequireNoConflict(string? parameterName)
    {
        PlanTerms terms = Terms;
        return terms.Conflict is { } conflict ? throw new ArgumentException(conflict, parameterName) : terms;
    }

    /// <summary>Returns whether both have equal terms.</summary>
    /// <param name="other">The other plan; may be null.</param>
    /// <returns><see langword="true"/> if they are equal.</returns>
    public bool Equals(PricePlan? other) =>
        other is not null
        && Name == other.Name
        && BaseFee == other.BaseFee
        && Charges == other.Charges
        && AmountDiscount == other.AmountDiscount
        && PercentDiscount == other.PercentDiscount
        && Commitment == other.Commitment
        && Protection == other.Protection
        && DayCount == other.DayCount;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, BaseFee, Charges, Commitment, Protection);

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString()
    {
        List<string> words = [];
        if (BaseFee > 0m)
        {
            words.Add(Invariant($"{BaseFee:#,0.######} a period"));
        }

        words.AddRange(Charges.Select(charge => charge.ToString()));
        if (AmountDiscount > 0m)
        {
            words.Add(Invariant($"{AmountDiscount:#,0.######} off"));
        }

        if (PercentDiscount > 0m)
        {
            words.Add(Invariant($"{PercentDiscount * 100m:0.######}% off"));
        }

        if (Commitment is not null)
        {
            words.Add("commits to " + Commitment);
        }

        if (Protection is not null)
        {
            words.Add(Protection.ToString());
        }

        return Name + ": " + (words.Count == 0 ? "nothing to pay" : string.Join("; ", words));
    }
}
