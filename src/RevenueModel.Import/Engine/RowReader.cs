using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>Turns rows of text into opportunities or refused rows, one after another, and remembers the ids.</summary>
internal sealed class RowReader(
    RowCells cells,
    int fieldCount,
    OutcomeReader outcomes,
    TimelineReader timelines,
    AmountReader amounts,
    DealAttributeReader characters)
{
    private readonly Dictionary<string, int> _rowOfId = new(StringComparer.Ordinal);

    /// <summary>Gets the number of rows so far whose amount comes from the price list.</summary>
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

        // Only rows that are read are counted in the notes, so notes are added after the last fault is known.
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

    /// <summary>Refuses a row that has no usable values, without further checks.</summary>
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
                Invariant($"The row has {Plural.Of(raw.FieldCount, "field")}; ")
                    + Invariant($"{fieldCount} as in the header are expected."));
        }
        else if (cells.IsHeader())
        {
            cells.RefuseRow(RefusalReason.RepeatedHeader, "The row repeats the header.");
        }

        return cells.HasFaults;
    }

    /// <summary>Reserves the id for the first row that has it, even if that row is refused for another reason.
    /// Correcting that row must not cause another row to be refused.</summary>
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
                CrmField.Id,
                RefusalReason.RepeatedId,
                Invariant($"a different id is expected, since row {_rowOfId[id]} has this one."));
        }
    }
}
