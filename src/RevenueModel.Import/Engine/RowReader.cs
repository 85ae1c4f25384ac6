using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>Turns rows of text into opportunities or refusals, one after the other; remembers the ids.</summary>
internal sealed class RowReader(
    RowCells cells, int fieldCount, OutcomeReader outcomes, TimelineReader timelines, AmountReader amounts, DealAttributeReader characters)
{
    private readonly Dictionary<string, int> _rowOfId = new(StringComparer.Ordinal);

    /// <summary>The rows so far whose amount comes from the price list.</summary>
    public int PriceListAmountCount { get; private set; }

    public CrmRow Read(RawRow raw)
    {
        cells.MoveTo(raw);
        if (RefuseWhole(raw))
        {
            return new CrmRow(cells.ToRefused());
        }

        ClaimId();
        cells.RefuseUndecodable();
        DealOutcome? outcome = outcomes.Read(cells, out string stage);
        DealTimeline timeline = timelines.Read(cells, outcome);
        ReadAmount amount = amounts.Read(cells, outcome);
        DealAttributeReader.CheckCategory(cells, outcome);
        BuyerEngagement? engagement = DealAttributeReader.Engagement(cells);
        bool? competitive = DealAttributeReader.Competitive(cells);
        RegulatoryTrigger? trigger = characters.Trigger(cells);
        if (cells.HasFaults)
        {
            return new CrmRow(cells.ToRefused());
        }

        // Only rows that are read are counted in the notes, so that these come after the last fault.
        amount = amount.Amount is null ? amounts.Fill(cells) : amount;
        PriceListAmountCount += amount.Source == AmountSource.PriceList ? 1 : 0;
        return new CrmRow(raw.Row, raw.Line, new Opportunity
        {
            Id = cells[CrmField.Id],
            Stage = stage,
            Timeline = timeline,
            Amount = amount.Amount,
            AmountSource = amount.Source,
            Account = cells.TextOf(CrmField.Account),
            Segment = cells.TextOf(CrmField.Segment),
            Product = cells.TextOf(CrmField.Product),
            Motion = characters.Motion(cells),
            ForecastCategory = characters.Category(cells),
            BuyerEngagement = engagement,
            Partners = DealAttributeReader.Partners(cells),
            IsCompetitive = competitive,
            RegulatoryTrigger = trigger,
        });
    }

    /// <summary>Refuses what is no row of values at all, of which nothing else can be said.</summary>
    private bool RefuseWhole(RawRow raw)
    {
        if (raw.Broken is { } broken)
        {
            cells.RefuseRow(RefusalReason.UnclosedQuote, broken);
        }
        else if (raw.Malformed is { } malformed)
        {
            cells.RefuseRow(
                malformed == CsvHelper.CsvMalformedReason.UnterminatedQuote
                    ? RefusalReason.UnclosedQuote
                    : RefusalReason.MalformedText,
                CsvSource.Describe(malformed));
        }
        else if (raw.FieldCount != fieldCount)
        {
            cells.RefuseRow(
                RefusalReason.WrongFieldCount,
                Invariant($"The row has {Plural.Of(raw.FieldCount, "field")}; {fieldCount} as in the header are expected."));
        }
        else if (cells.IsHeader())
        {
            cells.RefuseRow(RefusalReason.RepeatedHeader, "The row repeats the header.");
        }

        return cells.HasFaults;
    }

    /// <summary>The first row with an id keeps it, also where it is refused for something else: mending that row must
    /// not cost another one its place.</summary>
    private void ClaimId()
    {
        string id = cells[CrmField.Id];
        if (id.Length == 0)
        {
            cells.Refuse(CrmField.Id, RefusalReason.MissingValue, "the id of the deal is expected.");
        }
        else if (!_rowOfId.TryAdd(id, cells.Row))
        {
            cells.Refuse(
                CrmField.Id, RefusalReason.RepeatedId, Invariant($"an id of its own is expected, since row {_rowOfId[id]} has this one."));
        }
    }
}
