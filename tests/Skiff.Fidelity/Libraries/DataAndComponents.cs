using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Data;

namespace Skiff.Fidelity.Libraries;

public static class DataAndComponents
{
    [Program]
    public static void Tables()
    {
        DataSet set = new("set");
        DataTable people = set.Tables.Add("people"), orders = set.Tables.Add("orders");
        people.Columns.Add("id", typeof(int));
        people.Columns.Add("name", typeof(string));
        people.PrimaryKey = [people.Columns["id"]!];
        orders.Columns.Add("person", typeof(int));
        orders.Columns.Add("amount", typeof(decimal));
        orders.Columns.Add("tax", typeof(decimal), "amount * 0.2");
        set.Relations.Add("rel", people.Columns["id"]!, orders.Columns["person"]!);
        people.Rows.Add(1, "Ann");
        people.Rows.Add(2, "Bob");
        orders.Rows.Add(1, 10.5m);
        orders.Rows.Add(1, 20m);
        orders.Rows.Add(2, 5m);
        WriteLine(string.Join(' ', people.Select("name LIKE 'A%'").Select(r => r["id"])));
        WriteLine($"{orders.Compute("SUM(amount)", "person = 1")} {orders.Rows[0]["tax"]} {people.Rows[0].GetChildRows("rel").Length} {people.Rows.Find(2)!["name"]}");
        DataView view = new(orders, "amount > 6", "amount DESC", DataViewRowState.CurrentRows);
        WriteLine(string.Join(' ', view.Cast<DataRowView>().Select(r => r["amount"])));
        Attempt.Do("constraint", () => people.Rows.Add(1, "again"));
        people.AcceptChanges();
        people.Rows[0]["name"] = "Changed";
        WriteLine($"{people.Rows[0].RowState} {people.Rows[0]["name", DataRowVersion.Original]} {people.GetChanges()!.Rows.Count}");
        StringWriter writer = new();
        set.WriteXml(writer);
        WriteLine(writer);
    }

    private sealed class Model : INotifyPropertyChanged
    {
        private int _value;

        public event PropertyChangedEventHandler? PropertyChanged;

        [Required, StringLength(5, MinimumLength = 2)]
        public string? Name { get; set; }

        [Range(1, 10)]
        public int Value
        {
            get => _value;
            set
            {
                _value = value;
                PropertyChanged?.Invoke(this, new PropertyChangedEventArgs(nameof(Value)));
            }
        }

        [EmailAddress, DefaultValue("x@y.z")]
        public string Mail { get; set; } = "bad";

        [RegularExpression("^[a-z]+$", ErrorMessage = "{0} must be lower case")]
        public string Code { get; set; } = "UPPER";
    }

    [Program]
    public static void Validation()
    {
        Model model = new() { Name = "too long a name", Value = 50 };
        List<ValidationResult> results = [];
        WriteLine(Validator.TryValidateObject(model, new ValidationContext(model), results, validateAllProperties: true));
        foreach (string line in results.Select(r => $"{string.Join(',', r.MemberNames)}: {r.ErrorMessage}").Order(StringComparer.Ordinal))
        {
            WriteLine(line);
        }

        model.PropertyChanged += (_, e) => WriteLine($"changed {e.PropertyName}");
        model.Value = 3;
        Attempt.Do("first error", () => Validator.ValidateObject(new Model { Name = "ok" }, new ValidationContext(new Model()), true));
        BindingList<int> list = [1, 2];
        list.ListChanged += (_, e) => WriteLine($"{e.ListChangedType} {e.NewIndex}");
        list.Add(3);
        list[0] = 9;
        WriteLine(TypeDescriptor.GetProperties(model)["Mail"]!.ShouldSerializeValue(model));
    }
}
