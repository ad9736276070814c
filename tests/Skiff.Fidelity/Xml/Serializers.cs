using System.Runtime.Serialization;
using System.Xml;
using System.Xml.Schema;
using System.Xml.Serialization;
using System.Xml.Xsl;

namespace Skiff.Fidelity.Xml;

public static class Serializers
{
    [XmlRoot("order", Namespace = "urn:orders")]
    public sealed class Order
    {
        [XmlAttribute("number")]
        public int Number { get; set; }

        public DateTime Placed { get; set; }

        [XmlArray("lines"), XmlArrayItem("line", typeof(Line)), XmlArrayItem("special", typeof(SpecialLine))]
        public List<Line> Lines { get; set; } = [];

        [XmlElement("note")]
        public string[] Notes { get; set; } = [];

        public Status Status { get; set; }

        [XmlIgnore]
        public string Ignored { get; set; } = "";

        public int? Discount { get; set; }
    }

    public class Line
    {
        public string Product { get; set; } = "";

        public decimal Price { get; set; }
    }

    public sealed class SpecialLine : Line
    {
        [XmlAttribute]
        public string Remark { get; set; } = "";
    }

    public enum Status
    {
        [XmlEnum("open-now")]
        Open,
        Shipped,
    }

    [Program]
    public static void Attributes()
    {
        XmlSerializer serializer = new(typeof(Order));
        Order order = new()
        {
            Number = 7,
            Placed = new DateTime(2024, 3, 1, 12, 0, 0, DateTimeKind.Utc),
            Lines = [new Line { Product = "<nut>", Price = 1.50m }, new SpecialLine { Product = "bolt", Price = 2, Remark = "handle with care" }],
            Notes = ["first", "second"],
        };
        StringWriter writer = new();
        serializer.Serialize(writer, order);
        WriteLine(writer);
        Order back = (Order)serializer.Deserialize(new StringReader(writer.ToString()))!;
        WriteLine($"{back.Number} {back.Placed:O} {back.Lines.Count} {back.Lines[1].GetType().Name} {((SpecialLine)back.Lines[1]).Remark} {string.Join('/', back.Notes)} {back.Status} {back.Discount is null}");
        Attempt.Do("wrong document", () => serializer.Deserialize(new StringReader("<other/>")));
        Attempt.Do("wrong value", () => serializer.Deserialize(new StringReader("<order xmlns='urn:orders' number='x'/>")));
        Attempt.Do("unsupported type", () => _ = new XmlSerializer(typeof(Dictionary<string, int>)));
    }

    [DataContract(Name = "person", Namespace = "urn:people")]
    [KnownType(typeof(Employee))]
    public class Person
    {
        [DataMember(Order = 2)]
        public string Name { get; set; } = "";

        [DataMember(Order = 1, Name = "age")]
        public int Age { get; set; }

        [DataMember]
        public Dictionary<string, List<int>> Scores { get; set; } = [];

        public string NotAMember { get; set; } = "no";

        [OnDeserialized]
        private void AfterReading(StreamingContext context) => NotAMember = "set after reading";
    }

    [DataContract]
    public sealed class Employee : Person
    {
        [DataMember]
        public Person? Boss { get; set; }
    }

    [Program]
    public static void DataContracts()
    {
        DataContractSerializer serializer = new(typeof(Person), new DataContractSerializerSettings { PreserveObjectReferences = true });
        Employee employee = new() { Name = "E", Age = 30, Scores = { ["x"] = [1, 2] } };
        employee.Boss = employee;
        using MemoryStream stream = new();
        using (XmlWriter writer = XmlWriter.Create(stream, new XmlWriterSettings { Indent = true, NewLineChars = "\n" }))
        {
            serializer.WriteObject(writer, employee);
        }

        WriteLine(Encoding.UTF8.GetString(stream.ToArray()));
        stream.Position = 0;
        Employee back = (Employee)serializer.ReadObject(stream)!;
        WriteLine($"{back.Name} {back.Age} {back.Scores["x"][1]} {back.NotAMember} {ReferenceEquals(back, back.Boss)}");
        System.Runtime.Serialization.Json.DataContractJsonSerializer json = new(typeof(Person[]));
        using MemoryStream output = new();
        json.WriteObject(output, new[] { new Person { Name = "J", Age = 1 } });
        WriteLine(Encoding.UTF8.GetString(output.ToArray()));
    }

    [Program]
    public static void Schemas()
    {
        XmlSchemaSet schemas = new();
        schemas.Add("", XmlReader.Create(new StringReader("""
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
              <xs:element name="r"><xs:complexType><xs:sequence>
                <xs:element name="n" type="xs:positiveInteger" maxOccurs="2"/>
                <xs:element name="d" type="xs:date" minOccurs="0"/>
              </xs:sequence><xs:attribute name="k" use="required"><xs:simpleType><xs:restriction base="xs:string"><xs:pattern value="[a-c]+"/></xs:restriction></xs:simpleType></xs:attribute></xs:complexType></xs:element>
            </xs:schema>
            """)));
        foreach (string xml in new[] { "<r k='abc'><n>1</n></r>", "<r><n>0</n></r>", "<r k='x'><n>1</n><n>2</n><n>3</n></r>", "<r k='a'><n>1</n><d>2024-13-01</d></r>", "<q/>" })
        {
            List<string> errors = [];
            XmlReaderSettings settings = new() { ValidationType = ValidationType.Schema, Schemas = schemas };
            settings.ValidationEventHandler += (_, e) => errors.Add($"{e.Severity}: {e.Message}");
            using XmlReader reader = XmlReader.Create(new StringReader(xml), settings);
            while (reader.Read())
            {
            }

            WriteLine($"{xml} -> {errors.Count}");
            errors.ForEach(WriteLine);
        }
    }

    [Program]
    public static void Transformations()
    {
        XslCompiledTransform transform = new();
        transform.Load(XmlReader.Create(new StringReader("""
            <xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
              <xsl:output method="xml" indent="yes" omit-xml-declaration="yes"/>
              <xsl:param name="greeting"/>
              <xsl:template match="/list"><out><xsl:value-of select="$greeting"/><xsl:apply-templates select="i"><xsl:sort select="@k" data-type="number" order="descending"/></xsl:apply-templates></out></xsl:template>
              <xsl:template match="i"><xsl:if test="@k mod 2 = 1"><odd n="{@k}"><xsl:value-of select="translate(., 'abc', 'ABC')"/></odd></xsl:if></xsl:template>
            </xsl:stylesheet>
            """)));
        XsltArgumentList arguments = new();
        arguments.AddParam("greeting", "", "hi ");
        StringWriter writer = new();
        transform.Transform(XmlReader.Create(new StringReader("<list><i k='1'>abc</i><i k='2'>b</i><i k='11'>cab</i></list>")), arguments, writer);
        WriteLine(writer);
    }
}
