using RevenueModel.Pricing;

namespace RevenueModel.Json;

/// <summary>The JSON forms of usage.</summary>
internal static class UsageShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.Add<MeterUsage>(MeterUsageForm).Naming(("amounts", "transactions"));
        shapes.Add<MeterSeries>(MeterSeriesForm).Naming(("months", "transactions"));
        shapes.Add<UsageHistory>(UsageHistoryForm);
    }

    private static Func<Values<MeterUsage>, MeterUsage> MeterUsageForm(RecordBuilder<MeterUsage> record)
    {
        var meter = record.Required("meter", static x => x.Meter, Forms.Name);
        var quantity = record.Optional(
            "quantity",
            static x => x.Quantity,
            Forms.NotNegative,
            isWritten: static x => x.Transactions.IsEmpty);
        var transactions = record.Optional(
            "transactions", static x => x.Transactions, Forms.List(Forms.NotNegative));
        var days = record.Optional("days", static x => x.Days);
        return values =>
        {
            if (values.Has(transactions))
            {
                values.Refuse("beside transactions, whose sum it is", quantity);
            }
            else
            {
                values.Require("without transactions", quantity);
            }

            MeterUsage usage = values.Has(transactions)
                ? MeterUsage.OfTransactions(values.Get(meter), values.Get(transactions).AsSpan())
                : MeterUsage.Of(values.Get(meter), values.Get(quantity));
            return values.Get(days) is { } span ? usage.On(span) : usage;
        };
    }

    private static Func<Values<MeterSeries>, MeterSeries> MeterSeriesForm(RecordBuilder<MeterSeries> record)
    {
        var meter = record.Required("meter", static x => x.Meter, Forms.Name);
        var quantities = record.Optional(
            "quantities",
            static x => x.Quantities,
            Forms.List(Forms.NotNegative),
            isWritten: static x => x.Transactions.IsEmpty);
        var transactions = record.Optional("transactions", static x => x.Transactions);
        return values =>
        {
            if (values.Has(transactions))
            {
                values.Refuse("beside transactions, whose sums they are", quantities);
                return MeterSeries.OfTransactions(values.Get(meter), values.Get(transactions));
            }

            values.Require("without transactions", quantities);
            return MeterSeries.Of(values.Get(meter), values.Get(quantities).AsSpan());
        };
    }

    private static Func<Values<UsageHistory>, UsageHistory> UsageHistoryForm(RecordBuilder<UsageHistory> record)
    {
        var customer = record.Required("customer", static x => x.Customer, Forms.Name);
        var start = record.Required("start", static x => x.Start);
        var contractStart = record.Optional(
            "contractStart", static x => x.ContractStart, isWritten: static x => x.ContractStart != x.Start);
        var series = record.Required("series", static x => x.Series);
        return values =>
        {
            UsageHistory history = UsageHistory.Of(
                values.Get(customer), values.Get(start), values.Get(series).AsSpan());
            return values.Has(contractStart)
                ? history with { ContractStart = values.Get(contractStart) }
                : history;
        };
    }
}
