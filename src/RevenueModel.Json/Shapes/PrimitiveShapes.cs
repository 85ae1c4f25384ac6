using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Json;

/// <summary>The JSON forms of the basic types.</summary>
internal static class PrimitiveShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.Add<Citation>(CitationForm);
        shapes.Add(new ParsedShape<Currency>(
            "a currency code of ISO 4217 in capitals, such as \"USD\"", "^[A-Z]{3}$"));
        shapes.AddValue(new ParsedShape<YearQuarter>(
            "a quarter such as \"2027-Q1\"", "^(?!0000)[0-9]{4}-Q[1-4]$"));
        shapes.AddValue<DateSpan>(DateSpanForm);
        shapes.AddValue<FiscalCalendar>(FiscalCalendarForm).Naming(("month", "startMonth"));
        shapes.AddValue<RoundingPolicy>(RoundingPolicyForm);
        shapes.AddValue<Tier>(TierForm);
        shapes.Add<TierSchedule>(TierScheduleForm);
        shapes.AddValue<TierAmount>(TierAmountForm);
        shapes.AddValue<ConfidenceInterval>(ConfidenceIntervalForm);
    }

    private static Func<Values<Citation>, Citation> CitationForm(RecordBuilder<Citation> record)
    {
        var document = record.Required("document", static x => x.Document, Forms.Name);
        var section = record.Required("section", static x => x.Section, Forms.Name);
        return values => new Citation(values.Get(document), values.Get(section));
    }

    private static Func<Values<DateSpan>, DateSpan> DateSpanForm(RecordBuilder<DateSpan> record)
    {
        var start = record.Required("start", static x => x.Start);
        var end = record.Optional("end", static x => x.End);
        return values => values.Get(end) is { } last
            ? DateSpan.Between(values.Get(start), last)
            : DateSpan.From(values.Get(start));
    }

    private static Func<Values<FiscalCalendar>, FiscalCalendar> FiscalCalendarForm(
        RecordBuilder<FiscalCalendar> record)
    {
        var startMonth = record.Optional("startMonth", static x => x.StartMonth, Forms.Whole(1, 12), fallback: 1);
        return values => FiscalCalendar.StartingIn(values.Get(startMonth));
    }

    private static Func<Values<RoundingPolicy>, RoundingPolicy> RoundingPolicyForm(
        RecordBuilder<RoundingPolicy> record)
    {
        var digits = record.Optional("digits", static x => x.Digits, Forms.Whole(0, 9));
        var rule = record.Optional("rule", static x => x.Rule);
        return values => RoundingPolicy.ToDigits(values.Get(digits), values.Get(rule));
    }

    private static Func<Values<Tier>, Tier> TierForm(RecordBuilder<Tier> record)
    {
        var from = record.Required("from", static x => x.From, Forms.NotNegative);
        var upTo = record.Optional("upTo", static x => x.UpTo, Forms.Positive.OrNull());
        var mode = record.Optional("mode", static x => x.Mode);
        var rate = record.Optional(
            "rate",
            static x => x.Rate,
            Forms.Ratio,
            isWritten: static x => x.Mode != TierMode.Interpolated);
        var flatAmount = record.Optional("flatAmount", static x => x.FlatAmount, Forms.NotNegative);
        var amountAtEnd = record.Optional(
            "amountAtEnd", static x => x.AmountAtEnd, Forms.NotNegative.OrNull());
        return values =>
        {
            if (values.Get(mode) == TierMode.Interpolated)
            {
                values.Refuse("in an interpolated tier", rate, flatAmount);
                return values is var given && given.Get(upTo) is { } last && given.Get(amountAtEnd) is { } amount
                    ? Tier.Interpolated(given.Get(from), last, amount)
                    : throw values.Missing("in an interpolated tier", upTo, amountAtEnd);
            }

            values.Require("in a tier that is not interpolated", rate);
            values.Refuse("in a tier that is not interpolated", amountAtEnd);
            return values.Get(upTo) is { } end
                ? Tier.Between(
                    values.Get(from), end, values.Get(rate), values.Get(mode), values.Get(flatAmount))
                : Tier.AtLeast(values.Get(from), values.Get(rate), values.Get(mode), values.Get(flatAmount));
        };
    }

    private static Func<Values<TierSchedule>, TierSchedule> TierScheduleForm(RecordBuilder<TierSchedule> record)
    {
        var tiers = record.Required("tiers", static x => x.Tiers, record.AtLeastOne<Tier>());
        var boundary = record.Optional("boundary", static x => x.Boundary);
        return values => TierSchedule.Of(values.Get(boundary), values.Get(tiers).AsSpan());
    }

    private static Func<Values<TierAmount>, TierAmount> TierAmountForm(RecordBuilder<TierAmount> record)
    {
        var tier = record.Required("tier", static x => x.Tier);
        var quantity = record.Required("quantity", static x => x.Quantity);
        var amount = record.Required("amount", static x => x.Amount);
        return values => new TierAmount(values.Get(tier), values.Get(quantity), values.Get(amount));
    }

    private static Func<Values<ConfidenceInterval>, ConfidenceInterval> ConfidenceIntervalForm(
        RecordBuilder<ConfidenceInterval> record)
    {
        var lower = record.Required("lower", static x => x.Lower);
        var upper = record.Required("upper", static x => x.Upper);
        var confidence = record.Required("confidence", static x => x.Confidence);
        return values => new ConfidenceInterval(values.Get(lower), values.Get(upper), values.Get(confidence));
    }
}
