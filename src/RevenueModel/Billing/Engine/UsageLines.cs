using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>The lines of a charge's subtotal: one for each tier, with what was metered and what is included in words. Their
/// amounts are not rounded yet.</summary>
internal sealed class UsageLines(Currency currency, PeriodShare share, MetersRead read)
{
    /// <param name="terms">The charge.</param>
    /// <param name="rated">What it comes to.</param>
    public IEnumerable<InvoiceLine> Of(ChargeTerms terms, RatedCharge rated)
    {
        Charge charge = terms.Charge;
        ValueList<decimal> ofMeter = terms.TransactionsIn(read.Usage.Transactions);
        return charge.Price switch
        {
            QuantityPrice price => ByTier(terms, price, rated),
            CapacityPrice price => [Single(charge, rated, InCapacity(terms, price)) with { Quantity = null }],
            PercentagePrice { NeedsTransactions: true } when !ofMeter.IsEmpty => [Single(charge, rated, Invariant($"{Plural.Of(ofMeter.Count, "transaction")}, {rated.Metered:#,0.######} in all, at {charge.Price}"))],
            _ => [Single(charge, rated, Measured(terms, rated) + Invariant($"{rated.Billable:#,0.######} at {charge.Price}"))],
        };
    }

    private IEnumerable<InvoiceLine> ByTier(ChargeTerms terms, QuantityPrice price, RatedCharge rated)
    {
        Charge charge = terms.Charge;
        string measured = Measured(terms, rated);
        ValueList<PricedPart> parts = price.PartsAt(rated.Billable);
        if (parts.IsEmpty)
        {
            yield return Single(charge, rated, measured + "nothing to bill");
        }

        foreach (PricedPart part in parts.AsEnumerable())
        {
            yield return new InvoiceLine
            {
                Kind = InvoiceLineKind.Usage,
                Item = charge.Name,
                Currency = currency,
                Tier = part.Tier,
                Quantity = part.Quantity,
                UnitPrice = part.UnitPrice,
                Unrounded = part.Amount,
                Amount = part.Amount,
                Explanation = measured + part.Explanation,
            };
            measured = ""; // said once
        }
    }

    private InvoiceLine Single(Charge charge, RatedCharge rated, string words) => new()
    {
        Kind = InvoiceLineKind.Usage,
        Item = charge.Name,
        Currency = currency,
        Quantity = rated.Billable,
        Unrounded = rated.Subtotal,
        Amount = rated.Subtotal,
        Explanation = words,
    };

    private string InCapacity(ChargeTerms terms, CapacityPrice price)
    {
        int tier = terms.IndexOfTier(price, read.Usage);
        int means = read.Means(terms.MeterAt(0));
        IEnumerable<string> used = price.Meters.Select((meter, at) =>
            Invariant($"{read.Usage.Quantities[terms.MeterAt(at)]:#,0.######} {meter}"));
        return (means > 1 ? Invariant($"means of {means} periods: ") : "") + string.Join(" / ", used)
            + Invariant($" within tier {tier + 1}, {price.Tiers[tier]}");
    }

    private string Measured(ChargeTerms terms, RatedCharge rated)
    {
        Charge charge = terms.Charge;
        List<string> words = [];
        int means = read.Means(terms.MeterAt(0));
        if (means > 1)
        {
            words.Add(Invariant($"{read.Metered(terms.MeterAt(0)):#,0.######} used, mean of {means} periods = {rated.Metered:#,0.######}"));
        }

        if (charge.Conversion != default)
        {
            words.Add(Invariant($"{rated.Metered:#,0.######} metered, {charge.Conversion} = {rated.Converted:#,0.######}"));
        }

        if (charge.Allowance.Quantity > 0m || rated.Included > 0m)
        {
            string carried = rated.Included + rated.Unused > share.Of(charge.Allowance.Quantity)
                ? Invariant($" ({rated.Included + rated.Unused - share.Of(charge.Allowance.Quantity):#,0.######} carried)")
                : "";
            words.Add(Invariant($"{rated.Included:#,0.######} of {rated.Included + rated.Unused:#,0.######}{carried} included"));
        }

        return words.Count == 0 ? "" : string.Join(", ", words) + ": ";
    }
}
