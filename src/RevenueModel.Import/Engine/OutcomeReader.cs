using RevenueModel.Pipeline;

namespace RevenueModel.Import;

/// <summary>Determines the outcome and the stage of a deal from the stage, status, closed and won columns of a
/// row.</summary>
/// <remarks>
/// Status, closed and won each allow some outcomes, and a stage named won or lost allows that outcome. An open stage
/// allows any outcome if another column says that the deal is closed, since Dynamics keeps the last stage of a closed
/// deal. Exactly one outcome has to remain.
/// </remarks>
internal sealed class OutcomeReader(StageMap stages)
{
    [Flags]
    private enum Allowed
    {
        None = 0,
        Open = 1,
        Won = 2,
        Lost = 4,
        Any = Open | Won | Lost,
    }

    /// <summary>Reads the outcome and the name of the stage.</summary>
    /// <returns>The outcome, or null if the row is refused.</returns>
    public DealOutcome? Read(RowCells cells, out string stage)
    {
        stage = cells[CrmField.Stage];
        if (AllowedByOthers(cells) is not { } others)
        {
            return null;
        }

        bool known = stages.TryReadStage(stage, out StageReading reading) && stage.Length > 0;
        Allowed allowed = others;
        if (known)
        {
            Allowed named = Of(reading.Outcome);
            bool isClosedElsewhere = reading.Outcome == DealOutcome.Open && others is Allowed.Won or Allowed.Lost;
            allowed &= isClosedElsewhere ? Allowed.Any : named;
        }

        switch (allowed)
        {
            case Allowed.None:
                cells.Refuse(
                    known ? CrmField.Stage : Other(cells),
                    RefusalReason.Contradiction,
                    Invariant($"it contradicts {OthersInWords(cells)}."));
                return null;
            case Allowed.Won or Allowed.Lost:
                DealOutcome outcome = allowed == Allowed.Won ? DealOutcome.Won : DealOutcome.Lost;
                stage = stage.Length > 0 ? stage : cells.TextOf(CrmField.Outcome) ?? outcome.ToString();
                return outcome;
            case Allowed.Open when known:
                stage = reading.ProcessStage ?? stage;
                return DealOutcome.Open;
            default:
                RefuseUnknown(cells, stage);
                return null;
        }
    }

    private Allowed? AllowedByOthers(RowCells cells)
    {
        Allowed allowed = Allowed.Any;
        bool readable = true;
        if (cells.Has(CrmField.Outcome))
        {
            if (stages.TryReadOutcome(cells[CrmField.Outcome], out DealOutcome outcome))
            {
                allowed &= Of(outcome);
            }
            else
            {
                cells.Refuse(
                    CrmField.Outcome,
                    RefusalReason.UnknownOutcome,
                    "one of Open, Won, Closed Won, Lost, Loss, Closed Lost is expected; "
                        + "state Stages to read it, or put the column in IgnoredColumns.");
                readable = false;
            }
        }

        readable &= Narrow(cells, CrmField.IsClosed, Allowed.Won | Allowed.Lost, Allowed.Open, ref allowed);
        readable &= Narrow(cells, CrmField.IsWon, Allowed.Won, Allowed.Open | Allowed.Lost, ref allowed);
        return readable ? allowed : null;
    }

    private static bool Narrow(RowCells cells, CrmField field, Allowed ifTrue, Allowed ifFalse, ref Allowed allowed)
    {
        if (!cells.Has(field))
        {
            return true;
        }

        if (!Vocabulary.TryTruth(cells[field], out bool truth))
        {
            cells.Refuse(field, RefusalReason.InvalidValue, Vocabulary.TruthExpected);
            return false;
        }

        allowed &= truth ? ifTrue : ifFalse;
        return true;
    }

    private void RefuseUnknown(RowCells cells, string stage)
    {
        if (stage.Length == 0)
        {
            cells.Refuse(
                cells.HasColumn(CrmField.Stage) ? CrmField.Stage : CrmField.Outcome,
                RefusalReason.MissingValue,
                "the stage of an open deal or the outcome of a closed one is expected.");
            return;
        }

        cells.Refuse(
            CrmField.Stage,
            RefusalReason.UnknownStage,
            Invariant($"one of {stages.Known()} is expected; state Stages to read others."));
    }

    private static Allowed Of(DealOutcome outcome) => outcome switch
    {
        DealOutcome.Won => Allowed.Won,
        DealOutcome.Lost => Allowed.Lost,
        _ => Allowed.Open,
    };

    private static CrmField Other(RowCells cells) =>
        cells.Has(CrmField.Outcome) ? CrmField.Outcome : CrmField.IsClosed;

    private static string OthersInWords(RowCells cells) => string.Join(
        " and ",
        new[] { CrmField.Outcome, CrmField.IsClosed, CrmField.IsWon }
            .Where(cells.Has)
            .Select(field => Invariant($"{cells.ColumnOf(field)} {MessageText.Quote(cells[field])}")));
}
