using RevenueModel.Pricing.Models;
using RevenueModel.Pricing.Rating;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing.Invoices;

/// <summary>The lines of a charge's subtotal: one for each tier, with what was metered and what is included in words.</summary>
internal static class UsageLines
{
    public static IEnumerable<InvoiceLine> Of(
        ChargeTerms terms,
        RatedCharge rated,
        PeriodShare share,
        in PeriodUsage usage)
    {
        Charge charge = terms.Charge;
        ValueList<decimal> ofMeter = terms.TransactionsIn(usage.Transactions);
        return charge.Price switch
        {
            QuantityPrice price => ByTier(charge, price, rated, share),
            CapacityPrice price => [Single(charge, rated, InCapacity(price, terms.IndexOfTier(price, usage)))],
            PercentagePrice { NeedsTransactions: true } when !ofMeter.IsEmpty => [Single(charge, rated, Invariant($"{ofMeter.Count:#,0} transactions, {rated.Metered:#,0.######} in all, at {charge.Price}"))],
            _ => [Single(charge, rated, Measured(charge, rated, share) + Invariant($"{rated.Billable:#,0.######} at {charge.Price}"))],
        };
    }

    private static IEnumerable<InvoiceLine> ByTier(Charge charge, QuantityPrice price, RatedCharge rated, PeriodShare share)
    {
        string measured = Measured(charge, rated, share);
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

    private static InvoiceLine Single(Charge charge, RatedCharge rated, string words) => new()
    {
        Kind = InvoiceLineKind.Usage,
        Item = charge.Name,
        Quantity = rated.Billable,
        Unrounded = rated.Subtotal,
        Amount = rated.Subtotal,
        Explanation = words,
    };

    private static string InCapacity(CapacityPrice price, int tier) =>
        $"{string.Join(" / ", price.Meters)} within tier {Invariant($"{tier + 1}")}: {price.Tiers[tier]}";

    private static string Measured(Charge charge, RatedCharge rated, PeriodShare share)
    {
        List<string> words = [];
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
