namespace RevenueModel.Import;

/// <summary>The fields that a column of a stage log can hold. <see cref="Deal"/>, <see cref="Changed"/> and one of
/// <see cref="Stage"/>, <see cref="CloseDate"/> and <see cref="NewValue"/> are required.</summary>
public enum StageLogField
{
    /// <summary>The id of the deal.</summary>
    Deal = 0,

    /// <summary>The day or time of the change.</summary>
    Changed = 1,

    /// <summary>The stage after the change.</summary>
    Stage = 2,

    /// <summary>The stage before the change.</summary>
    FromStage = 3,

    /// <summary>The expected close date after the change.</summary>
    CloseDate = 4,

    /// <summary>The name of the changed field, in a history of fields.</summary>
    Field = 5,

    /// <summary>The value before the change, in a history of fields.</summary>
    OldValue = 6,

    /// <summary>The value after the change, in a history of fields.</summary>
    NewValue = 7,
}
